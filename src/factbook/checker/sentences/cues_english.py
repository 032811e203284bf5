"""How English sentences tie figures together."""

from factbook.checker.sentences.cues import Cues

_UNTIL = r"(?:about |around |approximately |nearly |almost |roughly |some |an estimated |a total of |over |more than )?"

ENGLISH = Cues(
    annual=(
        r"\bCAGR\b|compound(?:ed)? annual|compound annual|\bannual(?:ly|ized|ised)?\b|\b(?:a|per|each"
        r"|every) year\b|\bper annum\b|\bp\.a\.|\byearly\b"
    ),
    rising=(
        r"\bgrow(?:s|n|ing|th)?\b|\bgrew\b|\bincreas(?:e|es|ed|ing)\b|\bris(?:e|es|en|ing)\b|\brose\b"
        r"|\bup\b|\bjump|\bsurg|\bclimb|\bgain|\bexpan|\bhigher\b|\bsoar|\bmore than\b|\blarger\b|\badvanc"
        r"|\badded\b|\bexceed|\babove\b"
    ),
    falling=(
        r"\bdeclin|\bdecreas|\bfall(?:s|en|ing)?\b|\bfell\b|\bdrop|\bdown\b|\bshr[iau]nk|\blower\b"
        r"|\bcontract(?:s|ed|ing|ion)\b|\bslump|\bplung|\bless than\b|\bslid|\breduc|\bbelow\b"
    ),
    previous_period=(
        r"year[- ]on[- ]year|year[- ]over[- ]year|\byoy\b|\ba year (?:earlier|ago|before)\b|previous year"
        r"|last year|the year before|prior year|quarter"
    ),
    base_before=(
        r"\b(?:from|than|compared (?:with|to)|versus|vs\.?|against|over|below|above)(?: (?!and\b|to\b"
        r"|by\b)[^ 0-9.:;(),]+){0,5}[ ]?" + _UNTIL
    ),
    base_after=(
        r"[ ](?:a year (?:earlier|ago|before)|the (?:year before|previous year|prior year)"
        r"|in the (?:previous|prior) year|previously)"
    ),
    goal_before=(
        r"\b(?:to|reach|reaching|reached|hit|hitting|attain|be|total|totaling|totalling"
        r"|at)(?: [^0-9.;()$]{1,24}?)?[ ]?" + _UNTIL
    ),
    goal_after="",
    whole_before=(
        r"\b(?:of|out of|total(?:ling|ing)?|overall|from)(?: (?:the|a|an|its|their|that|this|global|world"
        r"|overall|total|whole|entire|combined|market|worth|about|estimated|[a-z]+)){0,4}[ ]?" + _UNTIL
    ),
    whole_after=(
        r"[^0-9.;]{0,30}[ ]of (?:which|that|this|it)\b|[ ](?:total|overall)|[ ](?:was|is|were"
        r"|are) (?:split|divided|shared)|[ ]breaks? down"
    ),
    share=(
        r"\bshare\b|account|represent|\bof (?:the|total|all|its|their|that)\b|percent of|% of|per cent of"
        r"|proportion|made up|contribut|\bof$"
    ),
    not_share=(
        r"(?<!made )\bup\b|respectively|\bdown\b|grow|grew|increas|ris(?:e|es|ing)|rose|declin|fell|fall"
        r"|drop|more than a|higher|lower|year[- ]|yoy|CAGR|annual|margin|\+|↑|↓|discount|interest"
    ),
    total_before=(
        r"\b(?:total(?:s|ed|led|ing|ling)?|altogether|in all|combined|sum(?:s|med)? (?:to|of)|add(?:s"
        r"|ed)? up to|amount(?:s|ed|ing)? to|together)(?: [^0-9.;()$]{1,20}?)?[ ]?" + _UNTIL
    ),
    total_after=r"[ ](?:in total|altogether|in all|combined|overall)|,? (?:is|was) the (?:sum|total)",
    adding=r"\bplus\b|\badded together\b|\bsum of\b|\btogether with\b|\badd up\b|\bcombin",
    splitting=(
        r"consist|compris|made up of|split|broken down|breaks? down|divided|composed|respectively"
        r"|the sum of|\bplus\b|adds? up"
    ),
    partial=(
        r"\binclud|\bsuch as\b|\bamong\b|\band others\b|\betc\b|\bfor example\b|\bnotably\b|\bof which\b"
        r"|\bparticularly\b|\bled by\b"
    ),
    change_before=(
        r"\b(?:by|up|down|increase of|rise of|decrease of|decline of|gain of|growth of|added|adding"
        r"|an extra|difference of|gap of)[ ]?" + _UNTIL
    ),
    change_after=(r"[ ](?:more|higher|less|lower|increase|rise|growth|decline|decrease|drop|gain|above|below)\b"),
    conversion=(
        r"(?: (?:in|by|at|worth|of)?[ ]?(?:revenue|sales|value|total)?)?,?[ ]?(?:\(|\[|/|=|≈|or )?[ ]?(?:="
        r"|≈|~)?[ ]?(?:or |i\.e\.,? |that is,? |equivalent to |equal to |equating to |worth |converted to "
        r"|at current (?:exchange )?rates,? )?(?:about |around |approximately |approx\. |nearly |almost "
        r"|roughly |some |an? (?:estimated|equivalent of) )?"
    ),
    year_after_amount=(
        r"(?:(?:[ ](?:in|of)[ ][a-z]{3,14}|[ ]by the end of the [a-z]+ period)?[,]?"
        r"[ ](?:in|by|for|during|of|through|until|as of"
        r"|at the end of|by the end of"
        r"|over)[ ](?:the )?(?:fiscal )?(?:full )?(?:year )?(?:FY[ ]?)?(?:early |late |mid-|calendar )?"
        r"|[ ]?\((?=['’0-9]))"
    ),
    duration=r"[- ](?:consecutive )?years?(?:[- ]period)?\b(?! (?:earlier|ago|before|later|old))",
    span=r"[ ]years?[ ](?:later|earlier|ago|before|from now)",
    decade=r"s\b",
    counter=(
        r"[ -](?:people|patients|units|users|tons|tonnes|jobs|shares|homes|devices|vehicles|customers"
        r"|subscribers|downloads|times|doses|households|workers|employees|barrels|square|km|kg)"
    ),
    continues=(
        r"(?:It|This|That|The (?:market|figure|sector|industry|segment|total)|By|In|And|Sales|Revenue"
        r"|which)\b"
    ),
    joining=r"[ ]?(?:to|and|–|-|~|or)[ ]?",
    counted=(
        r"[ -](?:(?!(?:of|in|to|and|or|for|from|than|the|by|with|was|were|is|are|has|had|have|as|at|on|per|a|an"
        r"|who|that|which|while|after|before|million|billion|trillion|thousand|percent|other|others|more|fewer)\b)"
        r"[a-z-]+[ ]){0,2}?(?:people|men|women|children|staff|(?!(?:years?|months?|days?|hours?|weeks?|minutes?"
        r"|seconds?|times|points?|degrees?|less|plus|across|versus|this|does|is|was|has|as|percents?|pages?"
        r"|dollars|pounds|euros|rupees|crores?|lakhs?|rises|falls|grows|others|minus|thus|yes|us|its|basis"
        r"|increases|decreases|miles|kilometres|kilometers|metres|meters|pence|cents)\b)[a-z]{2,}s)\b"
    ),
    multiple_after=(
        r"[- ]?(?:fold(?=[ ](?:increase|rise|growth|higher|more|jump|gain|to|from|in|since|over)|[.,;)]|$)"
        r"|times(?=[ ](?:more|higher|larger|greater|the|as|over|that)|[.,;)]|$))"
    ),
    by_multiple=r"(?:times|fold)[ ](?:more|higher|larger|greater|increase)",
    more_before=r"\b(?:more than|over|at least|above)[ ]",
    more_after=r"(?:[ ]or more)",
    nearly_before=r"\b(?:nearly|almost|close to)[ ]",
    nearly_after="",
    basis_points=r"[ -]?(?:basis[- ]points?|bps?)\b",
    a_year_before=r"\b(?:annual(?:ly)?|average of|averaging|yearly)[ ](?:[a-z]+[ ]){0,3}",
    a_year_after=r"[ ](?:a|per|each|every)[ ]year|[ ]annually|[ ]yearly|[ ]per annum",
    over_years=r"[- ]years?\b(?! (?:earlier|ago|before|later|old))",
    spread=r"\btotal|\ball\b|altogether|\bcombined|\boverall|\binvest|\bspend|\bspent|\bcost|\bworth|\bbudget|\bplan",
    closed="",
    complete=r"\bmen\b[^.]*\bwomen\b|\bwomen\b[^.]*\bmen\b|\bmales?\b[^.]*\bfemales?\b|\bfemales?\b[^.]*\bmales?\b"
    r"|\bdomestic[^.]*\b(?:foreign|overseas|exports?|abroad)|\burban\b[^.]*\brural\b|\bpublic\b[^.]*\bprivate\b",
    total_lead=r"(?:total of|in all,|altogether,|making|for a total of|,)[ ]",
    balance=r"\b(?:surplus|deficit|gap|difference) (?:of|was|is|at) (?:about )?",
    balanced=r"\bexports?\b[^.]*\bimports?\b|\bimports?\b[^.]*\bexports?\b|\brevenues?\b[^.]*\b(?:spending|expenditure)",
    in_turn=r"\brespectively\b",
    apart=r"\bsurplus|\bdeficit|\bgap\b|\bdifference|\bmore than\b|\bless than\b|\bhigher\b|\blower\b",
)
