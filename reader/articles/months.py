"""The names of the months in the languages of newspapers, in small letters, to their numbers.

Polish and Czech "listopad" is November; Croatian, in which it is October, is left out.
"""

from __future__ import annotations

from typing import Final

_WESTERN: Final = (
    # English, German, French, Spanish, Portuguese, Italian, Dutch, Nordic; the abbreviations that papers print.
    "january jan januar jänner janvier janv enero ene janeiro gennaio gen januari",
    "february feb februar feber février févr fév fevrier febrero fevereiro fev febbraio februari",
    "march mar märz mär maerz mrz mars marzo março maart mrt",
    "april apr avril avr abril abr aprile",
    "may mai mayo maio mag maggio mei maj",
    "june jun juni juin junio junho giugno giu",
    "july jul juli juillet juil julio julho luglio lug",
    "august aug août aout agosto ago augustus augusti",
    "september sept sep septembre septiembre setembro set settembre",
    "october oct oktober okt octobre octubre outubro out ottobre ott",
    "november nov novembre noviembre novembro",
    "december dec dezember dez décembre decembre déc diciembre dic dezembro dicembre desember",
)
_OTHERS: Final = (
    # Polish, Czech, Russian, Ukrainian, Bulgarian, Turkish, Greek, Romanian, Hungarian, Finnish, Catalan, Indonesian,
    # Arabic (twice), Hebrew, Hindi: as they stand in a date.
    "stycznia sty ledna января янв січня януари ocak ιανουαρίου ιαν ianuarie ian január tammikuuta gener "
    "يناير בינואר ינואר जनवरी",
    "lutego lut února февраля фев лютого февруари şubat φεβρουαρίου φεβ februarie február helmikuuta febrer februari "
    "فبراير شباط בפברואר פברואר फरवरी फ़रवरी",
    "marca března марта мар березня март mart μαρτίου μαρ martie március maaliskuuta març maret "
    "مارس آذار במרץ במרס מרץ मार्च",
    "kwietnia kwi dubna апреля апр квітня април nisan απριλίου απρ aprilie április huhtikuuta "
    "أبريل ابريل نيسان באפריל אפריל अप्रैल",
    "maja května мая травня май mayıs μαΐου μάιος μαϊ május toukokuuta maig مايو أيار במאי מאי मई",
    "czerwca cze června июня июн червня юни haziran ιουνίου ιουν iunie június kesäkuuta juny "
    "يونيو حزيران ביוני יוני जून",
    "lipca lip července июля июл липня юли temmuz ιουλίου ιουλ iulie július heinäkuuta juliol "
    "يوليو تموز ביולי יולי जुलाई",
    "sierpnia sie srpna августа авг серпня август ağustos αυγούστου αυγ augusztus elokuuta agost agustus "
    "أغسطس اغسطس آب באוגוסט אוגוסט अगस्त",
    "września wrz září сентября сен вересня септември eylül σεπτεμβρίου σεπ septembrie szeptember syyskuuta setembre "
    "سبتمبر أيلول בספטמבר ספטמבר सितंबर सितम्बर",
    "października paź října октября окт жовтня октомври ekim οκτωβρίου οκτ octombrie október lokakuuta "
    "أكتوبر اكتوبر באוקטובר אוקטובר अक्टूबर अक्तूबर",
    "listopada lis listopadu ноября ноя листопада ноември kasım νοεμβρίου νοε noiembrie marraskuuta "
    "نوفمبر בנובמבר נובמבר नवंबर नवम्बर",
    "grudnia gru prosince декабря дек грудня декември aralık δεκεμβρίου δεκ decembrie december joulukuuta desembre "
    "desember ديسمبر בדצמבר דצמבר दिसंबर दिसम्बर",
)

MONTHS: Final = {name: number for number, names in enumerate(_WESTERN, 1) for name in names.split()}
"""Names that mean a month in running text too."""
MONTHS_IN_DATES: Final = {name: number for number, names in enumerate(_OTHERS, 1) for name in names.split()} | MONTHS
"""Names that mean a month between a day and a year; by themselves some are other words elsewhere ("marca", "ekim")."""
MONTH: Final = r"(?:[^\W\d_]|[\u0900-\u0963]){2,14}"
"""A pattern of what may be such a name: letters, and the vowel signs of Devanagari."""
