"""Sentences that fit any event: background, local angle, late news, credits."""

from __future__ import annotations

BACKGROUND = """
{town}, a town of {#9000-90000} people {~where} of {region}, (lives|earns its bread) from {~crop} and {~stuff}
{region} has ^ (seen|had) {#3-19} (similar|comparable) cases since {year}
The {~festival} festival, (due|planned) {~when}, ^ (will|may) be (held|moved) {~where}
{~agency} (wrote|published) a {~adj} {~paperwork} about {~cause} in {year}
(House prices|Rents) in {town} ^ (rose|fell) by {%3-40} after the {~place} (opened|closed)
{year} was the (last|first) time that {~folk} (had to|chose to) leave {region}
(Tourists|Visitors) (know|remember) {town} for its {~place} and its {~crop} {~drink}
(About|Roughly) {%6-60} of {~group} in {region} ^ (work|live) {~where}
{~weather} and {~weather} (delayed|slowed) (traffic|work) {~where} {~when}
A {~adj} {~body-kind} (under|led by) a {~trade} from {town2} (meets|gathers) {~when}
The {~place}, {~done} in {year}, ^ (cost|swallowed) {$2-60} and (pleased|divided) the {~group}
(Newspapers|Historians) (trace|follow) the {~field} (quarrel|question) back to {year}, when {~folk} ^ (lost|won) {~detail}
{country} (spends|sets aside) {$20-98} a year on {~field}, {%2-30} of it in {region}
In {year} the {~part} of the {~place} ^ (cracked|failed), and {~folk} (paid|waited) for {~detail}
{~folk} (founded|set up) a {~hobby} club {~where} in {year}
(Two|Three|Four) of the {~group} (grew up|studied {~study}) in {town2}
The region's {~crop} (growers|traders) ^ (sold|shipped) {#300-9000} tonnes {~time-ago}
A {~metal} plaque {~where} (recalls|honours) a {~trade} who (saved|taught) {~folk} in {year}
{~agency} and {~agency} (share|split) the (cost|duty) {~aim}
The {~vehicle} line to {town2} ^ (carries|loses) {#200-9000} (passengers|travellers) {~when}
(Rules|Laws) of {year} (oblige|force) {~folk} {~aim}
{#30-400} {~trade}s from {region} (found|took) work in {country2} {~time-ago}
""".strip().splitlines()

LOCAL = """
In {home}, {~folk} (followed|watched) the (news|events) {~where} with {~mood} faces
{#2-40} {~group} from {home} (were|had been) in {town} {~when}, (but|and) all (returned|came back) unharmed
The mayor's office in {home} (plans|wants) {~aim} (because|in the light) of what (happened|passed) in {town}
{home} has (a|its own) {~adj} {~paperwork} for such cases, {~done} {~time-ago}
A {~trade} from {home}, whose {~kin} (lives|works) in {town}, (sent|packed) {~detail}
{~hobby} players in {home} (called off|postponed) a match {~when} out of (respect|sympathy)
Schools in {home} (collected|gathered) {#90-9000} dollars and {~detail}
The {home} {~body-kind} for {~field} (meets|sits) {~when} {~aim}
In {year}, {home} (suffered|lived through) {~adj} {~worry} of its own after {~cause}
(Readers|People) in {home} (may|can) leave {~detail} at the {~place} {~when}
The road from {home} to {town} (was|is) (busy|blocked) {~when} because of {~vehicle}s and {~weather}
A (vigil|service) {~where} in {home} (drew|brought together) {#40-900} people and {~folk}
The {~festival} fair of {home} (opens|ends) {~when}, (organisers|the {~body-kind}) decided
{home} and {town} have been (twinned|partners) since {year}, and {~folk} (visit|write) each {~season}
""".strip().splitlines()

LATE = """
(Later|Hours later), {~folk} ^ (arrived|gathered) {~where} with {~detail}
In a late (development|turn), {~agency} (opened|ordered) an enquiry {~aim}
(By evening|Towards midnight), {~weather} (stopped|slowed) all work {~where}
{p1} (returned|went back) {~where} {~when} with a {~adj} {~paperwork}
{~agency} (confirmed|released) {~when} the (names|details) of {#2-9} {~trade}s
The {~place} (reopened|closed again) {~when} on the (advice|orders) of {~agency}
{body} (withdrew|corrected) an (earlier|first) {~paperwork} {~when}
{#20-900} {~group} (marched|walked) {~where} {~when} with {~colour} (candles|banners)
{p3} (cut short|gave up) a (visit|holiday) in {country2} to (see|join) {~folk}
(Markets|Bus lines) in {town2} ^ (reacted|closed) {~when} with {~worry}
""".strip().splitlines()

FOOTERS = (
    "Reporting by {agency}.", "Source: {agency}", "With material from {agency}.", "{agency} contributed to this report.",
    "This story was supplied by {agency}.", "({agency})", "From {agency} and staff reports.", "— {agency}",
)  # fmt: skip
LEAD_INS = (", {agency} reported", ", according to {agency}", ", the {agency} agency reported", ", {agency} news agency said")

TITLES = {
    "army general": "General", "army commander": "General", "police superintendent": "Superintendent",
    "ferry captain": "Captain", "law professor": "Professor", "regional governor": "Governor",
    "team doctor": "Doctor", "infection specialist": "Professor", "customs inspector": "Inspector",
    "coastguard commander": "Captain", "expedition leader": "Professor", "radiocarbon expert": "Doctor",
    "safety inspector": "Inspector", "laboratory head": "Professor",
}  # fmt: skip
OCCASIONS = ("a telephone call", "a phone conversation", "a video call", "a private conversation", "a late-night call")
AUDIENCES = (
    "reporters", "journalists", "a news conference", "parliament", "the council", "state radio", "local television",
    "a crowd of supporters", "the {outlet2}", "a meeting of {~group}", "relatives", "a radio station in {town2}",
)  # fmt: skip
