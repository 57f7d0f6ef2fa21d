"""What invented people say: clauses for between quotation marks, and reported ones."""

from __future__ import annotations

# Whole direct sentences, without the final point. {it} is the event's topic ("the fire").
DIRECT = """
We (will not|shall never|cannot) {~act} {~detail} (until|before|unless) the {~group} (have|get) their {~paperwork}
I have (seen|known|watched) many {~adj} {~span}, but {it} (left|made|found) me {~mood} and {~mood}
(Nobody|No one|Hardly anyone) in {town} (thought|believed|imagined) that {~cause} could (lead to|end in|bring on) this
Our (first|only|next) task is {~aim}, and (after that|only then|later) {~aim}
(This|It) is a {~big-noun} (about|of) {~hope}, not (about|of) {~worry}
(What|All) we (want|need|ask for) is {~virtue}, {~virtue} and a little {~hope}
The {~group} of {region} (deserve|expect|demand) {~virtue} (rather than|instead of|and not) {~worry}
(There|From now on there) will be no more {~worry} (while|as long as) I (run|look after|lead) this {~body-kind}
{it} (was|is) (a|another) {~adj} {~big-noun} for {town}, and {~worry} (made|makes) it worse
(My|Our) {~trade}s worked {~when} {~where} (and|but) they (never|hardly) (complained|rested|stopped)
If we (lose|give up) {~hope} now, (then|surely) {~worry} will (follow|come back|cost us more)
(We|They) (told|warned|wrote to) {~agency} {~often} about {~cause}
It (took|cost) us {#3-60} {~span} (and|of work and) {$2-80} {~aim}
(Every|Each) {~trade} in {town2} (knows|understands|remembers) {~detail}
(You|One) cannot {~act} {~detail} with {~worry} (alone|and nothing else)
I (held|carried|kept) {~detail} {~when}, and then I (ran|walked|sat) {~where}
(Give|Send|Show) us {~detail} and we will {~act} the rest {~when}
{~virtue} is what (built|saved|kept) this {~place}, and {~virtue} will (save|keep|rebuild) it
The {~adj} {~paperwork} (speaks|counts) for itself, (whatever|no matter what) the {~group} say
(It|This) (began|started) with {~cause} and it (ended|finished) with {~mood} {~group} {~where}
We (looked|searched|asked) {~where} and {~where}, (yet|but) (found|there was) only {~detail}
(Sooner or later|One day|In the end) {~agency} must (explain|answer for|pay for) {it}
My {~kin} (was|stood|worked) {~where} {~when}, and (thank heaven|luckily|by chance) (got|came) home
(Of course|Naturally|Certainly) there is {~worry}, but {~hope} is (stronger|worth more|within reach)
(Let us|We must|We should) {~act} the {~paperwork}, {~act} the {~part} and (move on|start again|go home)
(Never|Not once) in {#5-40} {~span} (have|had) the {~group} of {town} (faced|met|known) such {~adj} {~worry}
(The|Those) {~adj} {~paperwork}s (lay|sat|stood) {~where} for {~span}, (unread|unopened|forgotten)
(Ask|Listen to) the {~group}: they (wanted|begged for|were promised) {~detail} {~time-ago}
(Somebody|Someone) (forgot|ignored|mislaid) {~detail}, and the {~group} (paid|suffered) for it
(We|I) (owe|promised) the {~group} {~detail}, {~virtue} and an (honest|early|open) {~paperwork}
(Without|But for) {~agency}, {~adj} {~worry} would have (spread|lasted|won) {~when}
{it} (taught|reminded) us that {~virtue} (costs|matters) more than {~stuff}
""".strip().splitlines()

# Clauses after "said that" or before "according to"; third person.
REPORTED = """
{~agency} (would|was ready to|hoped to) {~act} {~detail} {~when}
(work|efforts) {~aim} (would|could|might) (begin|start|resume) {~when}
the {~group} of {region} (had|still had) {~adj} (reasons|grounds) for {~worry}
{~cause} (could not be|had not been|was not) (ruled out|excluded|discounted)
(about|some|at least) {#12-300} {~group} (had|were known to have) (signed|seen|received) the {~paperwork}
the {~paperwork} (cost|was worth|came to) {$2-90}, (more|far more|less) than (planned|promised|feared)
(no|not one) {~trade} (had|was) (asked|been asked|been told) {~aim}
{it} (had|might have) (set back|changed|delayed) the {~field} {~paperwork} by {#2-9} {~span}
the {~part} (had been|was) {~done} {~time-ago} and (showed|bore) no (fault|sign of {~worry})
{%5-60} of {~group} (backed|opposed|doubted) the {~adj} {~paperwork}
{~detail} (would|might) be {~done} before the {~season} (was out|ended|came)
the {~place} (would|was to) (stay|remain) (closed|open|under guard) {~when}
""".strip().splitlines()

# Stumps for "X called it '…'": partly quoted.
PARTIAL = """
a {~adj} and {~adj} {~big-noun}
the most {~adj} {~big-noun} of the {~season}
a {~big-noun} without {~virtue}
nothing but {~worry} and {~worry}
a {~adj} {~big-noun} for {~group}
{~adj}, {~adj} and long overdue
a victory for {~virtue} over {~worry}
more {~adj} than any {~paperwork}
a {~big-noun} that {town} can ill afford
the {~adj} end of a {~adj} road
""".strip().splitlines()
