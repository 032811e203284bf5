"""Codes of findings in English: what each means, and what to do."""

WORDS = {
    "code": "code",
    "meaning": "means",
    "advice": "to do",
    "near": "«{code}» is no code; did you mean {codes}?",
    "unknown": "«{code}» is no code; the codes are: {codes}",
}

CODES = {
    "conversion-rate": (
        "An amount in another currency does not follow from the exchange rate that the text or --rate gives.",
        "Convert it anew at that rate, or state the rate that was used.",
    ),
    "conversion-common-rate": (
        "An amount was converted at another rate than the other amounts of the text.",
        "Convert all at one rate, or say why this one differs.",
    ),
    "conversion-band": (
        "No exchange rate of any year gives this conversion.",
        "Look for a unit or a decimal point that slipped (million and billion, 억 and 조).",
    ),
    "growth-annual": (
        "The growth a year does not lead from the first amount to the last in the years between.",
        "Compute it anew: (last ÷ first)^(1 ÷ years) − 1; check both amounts and both years.",
    ),
    "growth-total": (
        "The growth does not lead from the first amount to the last.",
        "Compute it anew: last ÷ first − 1; check whether a growth a year was meant.",
    ),
    "growth-currency": (
        "The growth fits only if both amounts are in one currency, but they are in two.",
        "Correct the currency of one of them.",
    ),
    "share": (
        "A part divided by the whole does not give the percentage stated.",
        "Divide anew; check which whole was meant.",
    ),
    "sum": (
        "The parts do not add up to the total stated.",
        "Add anew; look for a part that is missing or counted twice.",
    ),
    "difference": ("The two amounts do not differ by what is stated.", "Subtract anew; check both amounts."),
    "equal": (
        "One quantity is stated twice, with two values.",
        "Look it up in the source, and state it the same in both.",
    ),
    "equal-currency": (
        "One quantity is stated twice, in two currencies, with the same digits.",
        "Correct the currency of one of them.",
    ),
    "table-total": (
        "The cells of a row or a column do not add up to its total.",
        "Add anew; where parts are rounded, say so under the table.",
    ),
    "table-difference": ("A cell is not the difference of the two that its head names.", "Subtract anew."),
    "table-points": ("A cell is not the difference, in percentage points, of two percentages.", "Subtract anew."),
    "table-share": (
        "A cell is not the percentage of its total that it states.",
        "Divide anew; check which total was meant.",
    ),
    "table-growth": (
        "A cell is not the growth between the two columns that its head names.",
        "Compute last ÷ first − 1.",
    ),
    "table-growth-annual": (
        "A cell is not the growth a year over the years of the table.",
        "Compute (last ÷ first)^(1 ÷ years) − 1; count the years between, not the columns.",
    ),
    "table-average": ("A cell is not the mean of the cells that it averages.", "Add and divide anew."),
    "table-ratio": (
        "A cell is not the quotient of the two columns that the other rows divide.",
        "Divide anew; check both operands.",
    ),
    "table-index": (
        "An index number is not its amount over that of the base year, times a hundred.",
        "Divide anew; check the amount and the base year.",
    ),
    "table-rank": ("An amount is out of the order of the ranks.", "Check the amount and the rank."),
    "table-text-growth": (
        "The text states another growth than the amounts of the table give.",
        "Compute it anew from the table; correct the text or the table.",
    ),
    "table-text": (
        "The text states another value than the table for the same quantity.",
        "Look it up in the source; correct the text or the table.",
    ),
    "bound": ("One of two figures is called the larger, but it is the smaller.", "Check both figures and the word."),
    "listed": ("A count is not that of the names listed with it.", "Count the names; look for one left out."),
    "product": (
        "An amount for each and their number do not give the amount for all.",
        "Multiply anew; check all three.",
    ),
    "multiple": ("The one amount is not as many times the other as stated.", "Divide anew."),
    "fraction": (
        "A part is not the fraction of the whole that the words say.",
        "Divide anew, or choose the words that fit.",
    ),
    "points": ("Two percentages do not lie as many percentage points apart as stated.", "Subtract anew."),
    "average": (
        "The total over the years, months or heads does not give the average stated.",
        "Divide anew; count what it is spread over.",
    ),
    "remainder": (
        "The shares named make more or less than a hundred per cent, though the words say that no other is left.",
        "Add anew; name what is missing, or say that several answers were possible.",
    ),
    "ratio": ("Two counts do not have the ratio stated.", "Divide anew; check which of the two comes first."),
    "years": (
        "A year is not as far from another as the words say.",
        "Count the years between anew, or correct the year.",
    ),
}
