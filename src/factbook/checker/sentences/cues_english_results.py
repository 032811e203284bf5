"""English words that make a figure the result of a computation."""

from factbook.checker.sentences.cues import ResultCues

_NOT_A_NOUN = (
    r"(?!(?:of|in|to|and|or|for|from|than|the|by|with|was|were|is|are|has|had|have|as|at|on|per|a|an|who|that|which"
    r"|while|after|before|more|fewer|less|other|others|it|its|this|these|those|them|times|percent|points?|percentage"
    r"|basis|above|below|over|under|up|down|out|but|so|came|said|voted|apiece|each|every)\b)"
)

ENGLISH_RESULTS = ResultCues(
    label=(
        r"\b(?:sections?|tables?|fig(?:ure|\.)|chapters?|articles?|phases?|types?|grades?|nos?\.|level|versions?"
        r"|pages?|pp?\."
        r"|part|item|notes?|annex|form|rules?|regulations?|act|iso|class|series|model|stage|q|clause|schedule|box"
        r"|step|wave|day|week|rank(?:ed|s)?|number|age[ds]?|step|route|room|flight|unit|line|base|top)[ ]?"
    ),
    ordinal=r"(?:st|nd|rd|th)\b",
    time_unit=(
        r"[- ](?:consecutive |full |straight |working )?(?:years?|months?|weeks?|days?|hours?|minutes?|seconds?"
        r"|quarters?|nights?)\b(?! (?:ago|old|earlier|later|before)\b)"
    ),
    unit=(
        rf"[ -](?:{_NOT_A_NOUN}[a-z]+[ ]){{0,2}}?{_NOT_A_NOUN}(?:[a-z]{{2,}}s|people|men|women|children|staff"
        rf"|[ckm]?m|kg|mg)\b"
    ),
    difference_before=(
        r"\b(?:gap|differ\w*|margin|surplus|deficit|shortfall|spread|excess|lead|by|up|down|net (?:assets|worth"
        r"|debt of)|leav\w+|sav\w+"
        r"|improv\w+|gain\w*|lost|los[es]\w*|cut|drop\w*|fell|fall\w*|rose|ris\w+|slip\w*|wid\w+|majority"
        r"|narrow\w*|add\w*"
        r"|short|higher|lower|more|less|extra|apart|outstrip\w*|exce\w+|eas\w+|declin\w+|increas\w+|decreas\w+"
        r"|jump\w*|climb\w*|swing|shed|trail\w*|profit)\b"
    ),
    difference_after=(
        r"\b(?:above|below|more|fewer|less|higher|lower|longer|shorter|cheaper|dearer|ahead|behind|short|over|under"
        r"|better|worse|heavier|lighter|taller|greater|smaller|larger|faster|slower|warmer|colder|older|younger|apart"
        r"|surplus|deficit|gap|difference|increase|rise|fall|drop|decline|gain|loss|improvement|cut|reduction"
        r"|saving|clear|beyond|extra|shortfall|lead|wider|narrower|profit)\b"
    ),
    total_before=(
        r"\b(?:total\w*|in all|altogether|sum|combin\w+|mak\w+|together|fleet|overall|all told|add\w* up|amount\w*"
        r"|so that"
        r"|bring\w*|all)\b"
    ),
    total_after=r"\b(?:in all|altogether|in total|all told|combined|together|in sum|overall|took part)\b",
    average_before=(
        r"\b(?:averag\w+|mean|every|each|per|rate of|works? out|apiece|one [a-z]+ (?:for|to) every|looks? after)\b"
    ),
    average_after=(
        r"^(?:[ -](?!at|of|in|to|for|on|by|with|from|as|and|was|is|had|over|has)[a-z]+)?[ ](?:a|per|each|every"
        r"|an)[ ][a-z]+\b"
        r"|^[^,]{0,14}\b(?:apiece|each|per)\b|\ba head\b|\bon average\b"
    ),
    rest_before=r"\b(?:other|remaining|rest|leaving|leaves|left|remain\w*)\b",
    rest_after=r"\b(?:remain\w*|left|others?|still|were not|did not)\b",
    rising=(
        r"\b(?:up|ris\w+|rose|grow\w*|grew|gain\w*|increas\w+|jump\w*|climb\w*|leap\w*|leapt|soar\w*|surg\w+"
        r"|swell\w*|higher"
        r"|more|above|greater|larger|improv\w+|advanc\w+|beat\w*|expan\w+|added|exceed\w*|ahead|dearer|faster|heavier"
        r"|spik\w+|boost\w*|rall\w+|rebound\w*|better|longer|taller|outpac\w+|outstrip\w+|over|topp\w+)\b"
    ),
    falling=(
        r"\b(?:down|fall\w*|fell|drop\w*|declin\w+|decreas\w+|los[est]\w*|slip\w*|slid\w*|shr[iau]nk\w*|lower|less"
        r"|fewer|below"
        r"|cut\w*|reduc\w+|tumbl\w+|sank|sink\w*|plung\w+|slump\w*|contract\w+|smaller|cheaper|shed\w*|eas\w+|short"
        r"|nurs\w+|dip\w*|retreat\w*|thinn\w+|trimm\w+|weak\w*|shorter|lighter|slower|dwindl\w+|saving\w*|off)\b"
    ),
    share_before=(
        r"\b(?:shares?|account\w*|represent\w*|claim\w*|mak\w+ up|made up|portion|proportion|fee|rate|ratio|equal\w*"
        r"|equivalent|constitut\w+|contribut\w+|gives? it|takes|commission|turnout|absorb\w*|works? out)\b"
    ),
    share_after=r",?[ ]of (?:the |its |all |those |a |their |that )?(?:[a-z]+ ){0,2}",
    apposed_before=r"[ ]?\(|,? or (?:about |roughly |some )?|,? (?:that is|i\.e\.),? ",
    apposed_after=r"^[ ]?\)?,? (?:or|that is),? (?:about |some )?$",
    whole_before=r"\b(?:of|among) (?:the |these |its |those |all )?(?:[a-z]+ )?",
    of_its_own=r"[ ](?:of|in|on|among)[ ]",
    made_of=r"\b(?:split|broken down|divid\w+|compos\w+|consist\w*|compris\w+|made up|shared)\b|[:]",
    operand_before=r"\b(?:from|than|to|with|against|versus|reach\w*|hit|stood at)[ ](?:the |about |a |only )?",
    operand_after="",
    moved=(
        r"\b(?:expan\w+|ris\w+|rose|grow\w*|grew|increas\w+|jump\w*|climb\w*|fall\w*|fell|drop\w*|declin\w+|decreas\w+|slip\w*"
        r"|up|down|gain\w*|los[est]\w*|cut|eas\w+|improv\w+|added|shed)\b"
    ),
    other_time=(
        r"\blast (?:year|month|week|quarter|time)\b|\b(?:year|month|week|quarter) (?:before|earlier|ago)\b"
        r"|\bprevious"
    ),
    of_other=r"(?:[ -]times)?[ ]as (?:much|many) per\b|[ ]as (?:much|many) as the (?:week|month|year|day) before",
    added=r"\bplus\b|\btogether with\b|\bincluding\b|\bwould\b|\bmedian\b|\bif\b",
    by=r"\bby[ ](?:about |around |some |roughly |almost |nearly |over )?",
    restated=r"\brestated\b|\bfirst (?:published|reported)\b|\boriginally\b|\brevised\b",
    headline=r"(?:HEADLINE|TITLE|Headline|Title):",
    at_time=r"\b(?:this|last|next) (?:year|month|week|quarter)\b|\bin (?:19|20)[0-9]{2}\b|\btoday\b|\bnow\b",
    own_whole="",
    and_then=r"\band (?:an?|the|its) ",
    founding=r"\b(?:its|their|the|his|her|a)",
    and_so_on="",
    topic="",
    into="",
    comparative=(
        r"[ ](?!(?:other|over|after|under|number|per|ever|whether|another|however|rather|together)\b)[a-z]{3,}er\b"
    ),
    of_a_noun=r"[ ](?:of )?(?:the|its|their|his|her|our)[ ][a-z]",
    of_whole=r"[ ](?:out )?of (?:the |its |all )?[0-9]",
    decade=r"[0-9]s",
    to_fraction="",
    age_before=r"\b(?:under|over|aged|above|below)[ ]",
    adverb=r"twice",
    compared=r"[ ](?:the|as|that|its|their|what|this|those)\b",
    percent=r"%|cent",
    new_subject=(
        r";|\b(?:while|whereas|but|when|since)\b|\band (?:the |its |their )?(?:[a-z]+ (?:by|rose|fell|grew|is|was"
        r"|were|has|had)|holds?|owns?|paid|has|had)\b"
    ),
    no_share=(
        r"\b(?:interest|coupon|tax|margins?|growth|inflation|more|less|higher|lower|up|down|discount|premium|stake"
        r"|confidence"
        r"|CI|annual\w*|a year|per year|yield of|unemployment|probab\w+|likel\w+|chance)\b"
    ),
    in_parts=(
        r"\b(?:split\w*|as follows|breakdown|broken down|divid\w+|distribut\w+|compos\w+|consist\w*|compris\w+"
        r"|made up|mix"
        r"|elsewhere|all others?|others?|the rest|remaining|undecided|none|abstain\w*|don.t know|neither)\b"
    ),
    overlapping=(
        r"\b(?:multiple|more than one|several|tick\w*|every reason|both|also|either|up to three|respondents could"
        r"|overlap\w*"
        r"|margins?|grew|growth|rose|fell|respectively|than|unlike)\b"
    ),
    counted_twice=r"\b(?:both|either|neither|at least one|overlap\w*|more than one)\b",
    forecast=(
        r"\b(?:goal|target\w*|forecast\w*|expect\w*|guid\w+|budget\w*|plans?|planned|planning|limit|ceiling|quota"
        r"|projected|projections?|will|next year|hop\w+|promis\w+|vow\w*|pledg\w+|aim\w*|up to)\b"
    ),
    nested=r"(?<!each )\bof (?:which|whom|these|those|them|this)\b|\bincluding\b|\bamong them\b|\bthereof\b|\bof its\b",
    apart=(
        r"\b(?:separate\w*|globally|world\w*|unlike|whereas|while|in turn|restated|originally|first published|another"
        r"|median|industry|nationally|but|yet)\b"
    ),
    more_between=(
        r"\b(?:exceed\w*|surpass\w*|overt\w+k\w*|outnumber\w*|topp(?:ed|ing)|beat|beating|outpac\w+|outstrip\w*|outsold"
        r"|outweigh\w*|eclips\w+|above the|higher than the|greater than the|ahead of the|over the (?:limit|ceiling"
        r"|budget))\b"
    ),
    more_behind="",
    less_between=(
        r"\b(?:below the|under the|short of the|less than the|lower than the|fewer than the|inside the|within the"
        r"|beneath the"
        r"|shy of|undershot|undercut\w*)\b"
    ),
    less_behind="",
    more_bound=r"\b(?:over|more than|at least|above|upwards of)[ ](?:an? )?$",
    less_bound=r"\b(?:under|less than|fewer than|below|at most|no more than|not even)[ ](?:an? )?$",
    negated=r"\b(?:not|never|n.t|failed|fails|without|if|unless|would|could|may|might|should|must|no|until|or)\b|n't\b",
    anniversary=r"(?:st|nd|rd|th)[ -](?:anniversary|birthday|year)\b",
    rate=(
        r"[ ](?:to|per|for|a)[ ](?:the |each |one |every |a )?(?:pound|(?:[A-Z]\w+ )?dollar|euro|yen|yuan|franc"
        r"|won|rupee)\b"
    ),
    all_named=r"",
    compared_before="",
    of_former=r"[)]?,?[ ]of (?:the )?(?:former|latter)\b",
    of_the_whole=r"[ ]of (?:the |its |their |all )?(?:total|whole|overall|entire|sum)\b",
    base_unsaid=(
        r"(?:smaller|larger|lower|higher|more|less|fewer|greater) than (?:in |at |for )?(?:the |a )?"
        r"(?:previous|last|same|year|month|quarter|week)\b[^0-9]*$"
    ),
    ago=r"[ ]years?[ ](?:ago|earlier|before)",
    within=r"[ ]years?\b",
)
