"""What is made once a build is the same for all who ask, and what is kept of a page goes when the page goes."""

from __future__ import annotations

import gc
import pickle
import weakref
from types import SimpleNamespace

from factbook.sphinx_ext import kept


class App:
    """Stands for an application of Sphinx."""


class Titles(kept.ByPage[str]):
    name = "titles"


def env(**pages: str) -> SimpleNamespace:
    made = SimpleNamespace()
    Titles.of(made).update(pages)
    return made


def test_it_is_made_at_the_first_asking_and_once_for_each_application():
    asked = []

    @kept.once
    def made(app: App) -> list[int]:
        asked.append(app)
        return [len(asked)]

    one, other = App(), App()
    assert asked == []
    assert made(one) is made(one)
    assert (made(one), made(other)) == ([1], [2])
    assert asked == [one, other]


def test_nothing_is_an_answer_too():
    asked = []
    nothing = kept.once(asked.append)
    app = App()
    assert nothing(app) is None
    assert nothing(app) is None
    assert len(asked) == 1


def test_it_is_forgotten_with_its_application():
    made = kept.once(lambda app: Titles())
    app = App()
    result = weakref.ref(made(app))
    assert result() is made(app)
    del app
    gc.collect()
    assert result() is None


def test_what_the_last_build_kept_is_told_and_replaced_even_after_it_was_pickled():
    first = env()
    assert kept.replaced(first, "shared", "a") is None
    then = pickle.loads(pickle.dumps(first))
    assert kept.replaced(then, "shared", "b") == "a"
    assert kept.replaced(then, "shared", "b") == "b"


def test_what_is_kept_of_pages_is_pickled_with_the_environment():
    assert Titles.of(pickle.loads(pickle.dumps(env(a="one")))) == {"a": "one"}


def test_what_is_kept_of_a_page_goes_with_it():
    kept_of_pages = env(a="one", b="two")
    Titles().clear_doc(None, kept_of_pages, "a")
    Titles().clear_doc(None, kept_of_pages, "never-read")
    assert Titles.of(kept_of_pages) == {"b": "two"}


def test_of_what_another_process_has_read_only_its_pages_are_taken_over():
    here = env(a="one", b="two")
    Titles().merge_other(None, here, {"b", "c"}, env(a="old", b="new", c="three"))
    assert Titles.of(here) == {"a": "one", "b": "new", "c": "three"}
