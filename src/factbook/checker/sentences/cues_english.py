"""How English sentences tie figures together."""

from factbook.checker.sentences.cues import Cues
from factbook.checker.sentences.number_words import ENGLISH_WORDS

_UNTIL = r"(?:about |around |approximately |nearly |almost |roughly |some |an estimated |a total of |over |more than )?"

ENGLISH = Cues(
    annual=(
        r"\bCAGR\b|compound(?:ed)? annual|compound annual|\bannual(?:ly|ized|ised)?\b|\b(?:a|per|each"
        r"|every) year\b|\bper annum\b|\bp\.a\.|\byearly\b"
    ),
    rising=(
        r"\bgrow(?:s|n|ing|th)?\b|\bgrew\b|\bincreas(?:e|es|ed|ing)\b|\bris(?:e|es|en|ing)\b|\brose\b"
        r"|(?<!made )(?<!make )(?<!makes )(?<!making )\bup\b|\bjump|\bsurg|\bclimb|\bgain|\bexpan|\bhigher\b"
        r"|\bsoar|\bmore than\b|\blarger\b|\badvanc"
        r"|\badded\b|\bexceed|\babove\b"
    ),
    falling=(
        r"\bdeclin|\bdecreas|\bfall(?:s|en|ing)?\b|\bfell\b|\bdrop|\bdown\b|\bshr[iau]nk|\blower\b"
        r"|\bcontract(?:s|ed|ing|ion)\b|\bslump|\bplung|\bless than\b|\bslid|\breduc|\bbelow\b|\bcut\b"
    ),
    previous_period=(
        r"year[- ]on[- ]year|year[- ]over[- ]year|\byoy\b|\ba year (?:earlier|ago|before)\b|previous year"
        r"|last year|the year before|prior year|quarter"
    ),
    base_before=(
        r"\((?:(?:FY|Q[1-4]|H[12]) ?)?(?:(?:19|20)[0-9]{2}|(?:prior|previous|last)[ -](?:year|quarter|period)"
        r"(?: quarter| period)?):[ ]|\b(?:from|than|compared (?:with|to)|versus|vs\.?|against|over|below"
        r"|above)(?: (?!and\b|to\b"
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
        r"\b(?:of|among|out of|total(?:ling|ing)?|overall|from)(?: (?:the|a|an|its|their|that|this|global|world"
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
        r"consist|compris|made up of|split|broken down|breaks? down|divided|composed"
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
        r"|times(?=[ ](?:more|higher|larger|greater|the|as|over|that|its|their|what)|[.,;)]|$))"
    ),
    by_multiple=r"(?:times|fold)[ ](?:more|higher|larger|greater|increase)",
    more_before=r"\b(?:more than|over|at least|above)[ ]",
    more_after=r"(?:[ ]or more)",
    nearly_before=r"\b(?:nearly|almost|close to)[ ]",
    nearly_after="",
    of_all=r"Of (?:the |all |all the )?[0-9]",
    no_measure=r"(?!(?:year|month|week|day|hour|minute|time|point|mg|ml|kg|km)s?\b)(?<= )[a-z]+",
    bare_points=r"[ ]points? (?:above|below|higher|lower|more|less|fewer|ahead|behind|up|down|apart|better|worse)\b",
    basis_points=r"[ -]?(?:basis[- ]points?|bps?)\b",
    a_year_before=r"\b(?:annual(?:ly)?|average of|averaging|yearly)[ ](?:[a-z]+[ ]){0,3}",
    a_year_after=r"[ ](?:a|per|each|every)[ ]year|[ ]annually|[ ]yearly|[ ]per annum",
    spread=r"\btotal|\ball\b|altogether|\bcombined|\boverall|\binvest|\bspend|\bspent|\bcost|\bworth|\bbudget|\bplan",
    closed="",
    complete=r"\bmen\b[^.]*\bwomen\b|\bwomen\b[^.]*\bmen\b|\bmales?\b[^.]*\bfemales?\b|\bfemales?\b[^.]*\bmales?\b"
    r"|\bdomestic[^.]*\b(?:foreign|overseas|exports?|abroad)|\burban\b[^.]*\brural\b|\bpublic\b[^.]*\bprivate\b",
    total_lead=r"(?:total of|in all,|altogether,|making|for a total of|,)[ ]",
    balance=r"\b(?:surplus|deficit|gap|difference) (?:of|was|is|at) (?:about )?",
    balance_after=r"[ ](?:trade )?(?:surplus|deficit)\b",
    balanced=(
        r"\bexport(?:s|ed)?\b.{1,100}\bimport(?:s|ed)?\b|\bimport(?:s|ed)?\b.{1,100}\bexport(?:s|ed)?\b"
        r"|\b(?:revenues?|receipts|income|takings)\b.{1,100}\b(?:spending|spent|expenditure|outlays|payments)"
    ),
    other_balance=r"\bcurrent account\b|\bservices (?:account|balance|surplus|deficit)\b|\bcapital account\b",
    in_turn=r"\brespectively\b",
    apart=r"\bsurplus|\bdeficit|\bgap\b|\bdifference|\bmore than\b|\bless than\b|\bhigher\b|\blower\b",
    contrast=r"\b(?:but|although|though|whereas|while|even as|unlike)\b",
    new_clause=r"(?:,|;) (?:and|but|while|although|though|whereas)\b|;|\bwhile\b|\balthough\b|\bwhereas\b|, after\b",
    end_after="",
    apposed=r",? or (?:about |some )?|, (?:about |some )?|,?[ ]?[(]",
    fewer_before=r"\b(?:fewer than|less than|under|below|just under|not even)[ ]",
    fewer_after="",
    share_of_it=(
        r", (?:or |for |with |giving it |equal to |equivalent to )?an? (?:[a-z]+ ){0,2}share of (?:about |nearly )?"
        r"|,? (?:had|has|held|holds|took|took) an? (?:[a-z]+ ){0,2}share of (?:about |nearly )?"
    ),
    from_before=r"\bfrom (?:about |around |some |just |only )?",
    to_next=(
        r"(?:[ ](?!and\b|or\b)[a-z-]+){0,4}(?:[ ]in (?:19|20)[0-9]{2})?(?: a year (?:earlier|ago))?,?"
        r"[ ]to (?:about |around |some |nearly |over )?"
    ),
    compared_next=(
        r"\((?:(?:19|20)[0-9]{2}|(?:previous|prior|last) year):|"
        r"\b(?:from|compared (?:with|to)|against|versus|vs\.?|(?:more|fewer|less|higher|lower) than)"
        r"(?: the| about| some| around| only| just)?[ ]"
    ),
    plain_number=(
        r"[,.;:)]|\(|(?:to|from|in|this|last|a|the|against|compared|and|at|on|by|over|of|two|three|four|five"
        r"|during|per)\b"
    ),
    counts_again_after=r"[ ](?:of (?:them|these|those)|were|are|(?:a|per|each|every) (?:month|year))\b",
    counts_again_before=(
        r"\b(?:the remaining|the other|excluded|excluding|the rest,|(?:which|who) (?:had|has|have)"
        r"|as (?:many|much) as(?: the)?)[ ]"
    ),
    set_off_after=r"(?:,| (?:in all|altogether|in total)\b)",
    remaining_before=r"\b(?:(?:the|its|their) (?:remaining|other)|the rest,|the rest \()[ ]?",
    remains=r"\bthe (?:remaining|rest|other)\b",
    verb_after=r"[ ][a-z]{2,12}(?:ed|ew|nt|d|t)\b",
    nested=(
        r"\bof (?:which|whom)\b|[,;(] [0-9][0-9,]* of (?:them|these|those)\b|\bincluding\b|\bamong them\b"
        r"|\bof whom\b|\bwith an?\b|\bboth\b"
        r"|\bthereof\b"
    ),
    of_these=r"(?:Of|Out of|From) (?:this|that|these|those|it|them)\b|Within this\b",
    by_fraction=r"\bby (?:about |around |roughly |almost |nearly |more than |over |just over )?",
    changed_by_fraction="",
    a_month_before=r"\bmonthly average of[ ](?:about )?",
    a_month_after=r"[ ](?:a|per|each|every)[ ]month\b",
    a_head_before="",
    a_head_after=r"[ ](?:per[ ](?!cent|year|month|day|week)[a-z]+|each|apiece|a head)\b",
    average_before=r"\b(?:average of|averaging|mean of|or)[ ](?:about |around |some |roughly )?",
    average_opens=(
        r"(?:That|This|It) (?:is|was|comes to|came to|works out at|makes|amounts to)\b|On average\b"
        r"|An? (?:annual )?average\b"
    ),
    year_to_year=r"[ ](?:to|through|until)[ ]",
    since_then=rf"(?:Just |Only |About )?(?:[0-9]{{1,2}}|{ENGLISH_WORDS}) years? (?:later|earlier|after|before)\b",
    in_year_before=r"\b(?:in|since|from|by|until)[ ](?:the )?(?:(?:early|late|mid)[ -])?(?:[A-Z][a-z]{2,8} )?",
    in_year_after="",
    years_to="",
    years_later=r"[ ]years? later,? (?:in|by) (?=[0-9A-Z])",
    years_earlier=r"[ ]years? (?:earlier|before),? in (?=[0-9A-Z])",
    years_after=r"[ ]years? after\b[^.;,0-9]{0,60}? in (?=[0-9])",
    ratio=r"\bratio\b|\boutnumber|\bodds\b|\brandomi[sz]ed\b|\brandomly\b|\ballocated\b",
    ratio_gap=r":|[ ]to[ ]",
    per_place="",
    finite=(
        r"\b(?:is|are|was|were|has|have|had|been|opened|closed|joined|failed|died|left|sold|which|who|that|more"
        r"|of|than"
        r"|times|percent|per)\b"
    ),
    last_item=r"(?:,|;)? and\b",
    made_of="",
    list_gap="",
    between_before=r"\bbetween[ ](?:about )?",
    after_before=r"\b(?:after|from|last year['’]s|this year['’]s)[ ](?:[a-z'’]+ ){0,2}",
    new_subject=r"; (?!or\b)|\band an? average\b|\bmargins?\b|\bservice\b",
    all_before=(
        r"\bAll (?:of )?(?:the |these |those )?|\bthese[ ]|\bthose[ ]|\bThe (?:same )?"
        r"(?:(?:interim|final|special|annual|quarterly) dividend|contract|order|loan|grant|deal) of[ ]"
    ),
    all_after="",
    elsewhere=r"\babroad\b|\bworldwide\b|\bglobal\b|\bin [A-Z]",
    and_again=r"[^.;0-9]{0,14}(?:(?:19|20)[0-9]{2})?,? and (?:another |by |a further )?(?:about )?",
    compares_back=(
        r"(?:That|This|It) (?:is|was|were|compares|compared|represents?|represented|marks|marked)\b|Compared with\b"
        r"|Up \b|Down \b"
    ),
    year_names=r"[ ](?:prices|terms|dollars|report|season|budget|edition|money|values)\b",
    other_period=r"\blast (?:year|time)\b|\bearlier\b|\bprevious|\bago\b|\bin (?:19|20)[0-9]{2}\b",
    of_other=r"[ ]of (?:GDP|GNP|gross domestic|national income|its value|their value|face value|the vote|votes)\b",
    habit="",
    this_before=r"\bthis[ ]",
    listed=r"[,;]|\band\b",
    relative=r"[ ](?:who|that|which)\b",
    as_many_as=(
        r"(?:[ ]times)?[ ]as (?:many|much)(?: (?!per\b)[a-z]+){0,3} as (?:the )?(?:[A-Z][A-Za-z]+,? (?:(?:which"
        r"|who|that) )?"
        r"(?:had|has|have|with|counted|reported|opened) )?(?:only |about |its |some )?"
    ),
    on_average=r"\baverag|\bon average\b|\bmean of\b",
    year_long=(
        r"\blast year\b|\bthis year\b|\bin (?:19|20)[0-9]{2}\b|\bannual|\ba year\b|\bover the year\b"
        r"|\bfull year\b"
    ),
    all_named=(
        r"\bthe only other\b|\bentirely\b|\b(?:is|are|was|were) (?:split|divided) (?:between|among|into)\b"
        r"|\bonly (?:two|three|four|five|six) (?:markets|regions|countries|segments|classes|divisions)\b"
        r"|\bconsists? (?:solely|only)\b|\bno other\b"
    ),
    opinions=(
        r"\b(?:favou?r|favou?red|support(?:ed|s)?|yes|approved?)\b.{1,80}\b(?:against|oppos\w*|no"
        r"|disapprov\w*)\b.{1,80}"
        r"\b(?:undecided|unsure|not sure|no opinion|don['’]t know|did not know|abstain\w*)\b"
    ),
    not_parts=(
        r"\bexcluding\b|\bexcept\b|\bmargins?\b|\brates?\b|\breturn|\byield|\bgrew\b|\bgrow|\bgrowth\b|\bros"
        r"|\bfell\b|\bchance|\bodds\b"
    ),
    multiple_answers=r"\bmultiple (?:answers|responses|choice)|\bmore than one answer|\bseveral answers",
    unknown=r"\bnot (?:recorded|stated|reported|given|known)|\bunknown|\bno answer|\bmissing|\bundisclosed|\bother",
)
