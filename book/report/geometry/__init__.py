"""What each figure of this report is compared with: its marks with the rows and facts that they stand for.

Nothing is shared with :mod:`..figures`, which draws them; how pictures are read is
:mod:`factbook.checks.of_pages.geometry`'s business.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from factbook.checks.of_pages.geometry.live import AtRate
from factbook.checks.of_pages.geometry.told import Told, Wrong

from . import bars, points, rates, times

FIGURES: Mapping[str, Callable[[Told], Iterator[Wrong]]] = {
    function.__name__.replace("_", "-"): function
    for function in (
        bars.twins_by_kind,
        bars.twins_by_organ,
        bars.definition_contents,
        bars.won_market,
        bars.world_market,
        bars.us_and_rest,
        bars.preclinical_share,
        bars.development_levels,
        points.market_line,
        points.growth_allowed,
        points.won_per_dollar,
        points.forecasts,
        points.stated_implied,
        points.concept_origins,
        times.milestones,
        times.horizons,
        times.policy_timeline,
        times.conditions_evidence,
    )
}
#: Those that follow the reader's rate.
AT_RATES: Mapping[str, AtRate] = {"market-line": rates.market_line, "world-market": rates.world_market}
#: Alternative texts that say their numbers in another order than the table, and in which.
ORDERS: Mapping[str, tuple[str, ...]] = {
    "us-and-rest": tuple(f"{part}-market-{year}" for year in (2019, 2025) for part in ("world", "us", "rest")),
    "won-market": tuple(f"world-market-{year}-krw{rate}" for rate in ("", "-average") for year in (2019, 2025)),
    "stated-implied": ("tmr-cagr", "grandview-cagr", "unnamed-cagr", "all-lx-cagr"),
}
