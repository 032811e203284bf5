"""Findings in English."""

BETWEEN = "{low} to {high}"
LISTS = ", "

SENTENCES = {
    "conversion-rate": "{left} → {stated}: at the rate given it would be {expected} (off by {off}%).",
    "conversion-common-rate": "{left} → {stated}: at the rate of the others it would be {expected} (off by {off}%).",
    "conversion-band": "{left} → {stated}: no exchange rate of any year gives this. The possible range is {expected}.",
    "growth-annual": "{start} → {end} in {steps} years is {expected} a year, but {stated} is stated (off by {off} pp).",
    "growth-total": "{start} → {end} grows {expected}, but {stated} is stated (off by {off} pp).",
    "growth-currency": "{start} → {end}: the currencies differ; the growth of {rate} fits only if they are the same.",
    "share": "{part} ÷ {whole} is {expected}, but {stated} is stated (off by {off} pp).",
    "sum": "{parts} add up to {expected}, but the total is stated as {stated} (off by {off}%).",
    "difference": "{parts} differ by {expected}, but {stated} is stated (off by {off}%).",
    "equal": "The same quantity is stated as {first} and as {stated}. To agree with the first it would be {expected}.",
    "equal-currency": "The same quantity is stated as {first} and as {stated}, in different currencies.",
    "table-total": "{arithmetic} = {expected}, but {stated} is stated (off by {off}%).",
    "table-difference": "{arithmetic} = {expected}, but {stated} is stated (off by {off}%).",
    "table-points": "{arithmetic} = {expected}, but {stated} is stated (off by {off} pp).",
    "table-share": "{arithmetic} = {expected}, but {stated} is stated (off by {off} pp).",
    "table-growth": "{arithmetic} = {expected}, but {stated} is stated (off by {off} pp).",
    "table-growth-annual": "{arithmetic} = {expected} a year, but {stated} is stated (off by {off} pp).",
    "table-average": "{arithmetic} = {expected}, but {stated} is stated (off by {off}%).",
    "table-ratio": "{arithmetic} = {expected}, but {stated} is stated (off by {off}%).",
    "table-index": "{arithmetic} = {expected}, but {stated} is stated (off by {off}%).",
    "table-rank": "{stated} is out of the order of the ranks: {arithmetic} (off by {off}%).",
    "table-text-growth": "By the table, {arithmetic} = {expected}, but the text states {stated} (off by {off} pp).",
    "table-text": "The table states {arithmetic}, the text {stated} (off by {off}%).",
    "multiple": "{arithmetic} = {expected} times, but {stated} is stated (off by {off}%).",
    "fraction": "{arithmetic} = {expected}, but {stated} is stated (off by {off} pp).",
    "bound": "{arithmetic} is stated, but {stated} lies on the other side of it.",
    "listed": "{arithmetic} are {expected}, but {stated} is stated.",
    "product": "{arithmetic} = {expected}, but {stated} is stated (off by {off}%).",
    "points": "{arithmetic} = {expected}, but {stated} is stated (off by {off} pp).",
    "remainder": "{arithmetic} = {expected}, but {stated} is stated (off by {off} pp).",
    "ratio": "{arithmetic} = {expected}, but the ratio is stated as {stated} (off by {off}%).",
    "years": "{arithmetic} is {expected}, but {stated} is stated.",
    "average": "{arithmetic} = {expected}, but {stated} is stated as the average (off by {off}%).",
}

CLUES = {
    "implied-rate": "This conversion implies {value}.",
    "common-rate": "The others imply {value}.",
    "slip": "It would fit if a unit or a decimal point had slipped by a factor of {value}.",
    "slip-of": "It would fit if the unit or decimal point of {value} had slipped.",
    "truncated": "It would fit if the digits had been cut off instead of rounded.",
    "steps": "It would fit over {value} years.",
    "in-total": "It would fit as growth in total rather than a year.",
    "a-year": "It would fit as growth a year rather than in total.",
    "swapped-in": "It would fit if two neighbouring digits of {value} had changed places.",
    "swapped": "It would fit if two neighbouring digits had changed places.",
}
