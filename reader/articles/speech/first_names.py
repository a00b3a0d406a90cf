"""First names that are nearly always a man's, or a woman's, in several languages: one piece of evidence among others
for whom *he* and *she* mean. Names that both bear are left out."""

from __future__ import annotations

from typing import Final

from reader.articles.speech.names import Gender

_HE: Final = """
aaron abdul abdullah abraham adam ahmed alan albert alberto alejandro alexander alfred ali allan amir anders andrew
andré andrés anthony anton antonio arjun arthur axel barry ben benedict benjamin bernard bernie bill bjorn bob boris
brad brendan brian bruce bruno bryan callum carl carlos charles chidi christian christopher claude colin connor craig
cyrus damian daniel darren dave david dennis derek dev diego dieter dmitri dominic donald douglas duncan dylan ed
eddie edgar eduardo edward edwin elias elon emeka emmanuel emre enrique eric erik ernest ethan eugene ewan felix
fernando finn francisco frank franz fred frederick fredrik gareth gary gavin geoff geoffrey george gerald gerard
giovanni giulio glenn gordon graham greg gregory guillermo gustav hamid hans harold harry hassan heinrich henrik henry
herbert hiroshi howard hugh hugo hussein ian ibrahim igor isaac ismail ivan jack jacob jake james jason javier jeff
jeffrey jeremy jerome jim jimmy joe joel johan johannes john johnny jon jonas jonathan jorge joseph josé joshua josef
juan julian jürgen justin karl kareem karim keith kenji kenneth kevin khalid klaus kofi kwame kyle lars laurence
lawrence leo leon leonard liam lionel louis luca lucas luis lukas luke magnus malcolm marc marcel marco marcus mario
mark markus martin marvin matt matteo matthew maurice max michael michel miguel mike milan mohamed mohammed mohammad
muhammad mustafa nathan nathaniel neil nicholas nick nicolas nigel nils noah norman oliver olivier omar oscar osman
otto owen pablo patrick paul pavel pedro per peter phil philip philippe pierre piotr rafael raj rajesh ralph ramon
rashid raul ravi ray raymond reza ricardo richard rick rob robert roberto rodrigo roger roland ron ronald rory roy
rupert russell ryan salman samir samuel santiago satoshi scott sean sebastian sergei sergey sergio shane simon sota
stanley stefan stephen steve steven stuart sundar sven takeshi tariq ted terence thomas tim timothy tobias todd tom
tomas tony trevor tunde tyler umar victor vikram vincent vladimir walter warren wayne wei wilfred wilhelm will william
wolfgang xavier yusuf yuri zachary zaid
"""
_SHE: Final = """
abigail ada adele adriana agnes aisha alejandra alexandra alice alicia alison amanda amara amelia amina amy ana
anastasia andrea angela angelina anita anna anne annette annie anya ariana astrid audrey barbara beatrice beatriz
bella bernadette beth bettina betty bianca birgit brenda bridget brigitte camila camilla carla carmen carol caroline
carolyn catherine cecilia celia charlotte cheryl chiara chloe christina christine clara claire claudia colleen
constance courtney cynthia daniela danielle daphne deborah debbie deepa delia denise diana diane dolores donna dora
doris dorothy edith eileen elaine eleanor elena eliza elizabeth ella ellen elsa emily emma erika esther eva eve evelyn
fatima fatou felicity fiona flora florence frances francesca freya gabriela gabriella gail gemma georgia gertrude gina
giulia gloria grace greta gwen hanna hannah hanneke harriet hazel heather heidi helen helena helga hilary hilda holly
ida imogen ines inés ingrid irene iris isabel isabella isla ivy jacqueline jane janet janice jenna jennifer jenny
jessica jill joan joanna josephine joyce juanita judith judy julia juliana julie juliet karen karin katarina kate
katherine kathleen kathryn katie katrina kavita keiko kerstin khadija kirsten kristin laila lara laura lauren layla
leila lena leticia lidia lily linda lisa liz lorna louise lucia lucy luisa lydia mabel madeleine maeve magdalena maja
malala mandy margaret margot maria mariam mariana marie marina marisol marjorie marta martha martina mary matilda maud
maureen maya megan mei melanie melissa mercedes meredith mia michelle mila mildred millie mina miranda miriam moira
molly mona monica muriel myra nadia nadine nancy naomi natalia natalie natasha ngozi nicole nina nora norma odile olga
olivia ophelia paloma pamela patricia paula pauline penelope penny petra phoebe pilar polly priscilla priti priya
rachel ramona rebecca regina renata rita roberta rosa rosalind rose rosemary rosie roxanne ruth sabine sabrina sadia
sally samantha samira sandra sara sarah selma sheila shirley sigrid silvia simone sofia sonia sophia sophie stella
stephanie sue suki sunita susan susanna susanne suzanne svetlana sylvia tamara tania tanya tara tatiana teresa tessa
theresa tina trudy uma ursula valentina valerie vanessa vera veronica victoria violet viola virginia vivien wanda
wendy wilma winifred xiomara yasmin yolanda yoko yvette yvonne zadie zainab zara zeynep zoe zoé
"""
_GENDERS: Final[dict[str, Gender]] = {
    **dict.fromkeys(_HE.split(), "he"),
    **dict.fromkeys(_SHE.split(), "she"),
}


def gender_of_first_name(word: str) -> Gender | None:
    """The gender that a first name tells, if it tells one."""
    return _GENDERS.get(word.lower())
