"""First names that are nearly always a man's, or a woman's, in several languages: one piece of evidence among others
for whom *he* and *she* mean. Names that both bear are left out."""

from __future__ import annotations

from typing import Final

from reader.articles.speech.names import Gender

_HE: Final = """
aaron abdul abdullah abraham adam adebayo adrien ahmed ajay akash akira alain alan albert alberto alejandro aleksandar
aleksander aleksandr alexander alexei alexey alfonso alfred ali allan amir amit anand anas anatoly anders andrei
andrew andrey andrzej andré andrés anil anthony antoine anton antonio arjun arkady arnaud arne artem arthur arturo
arvind ashok ashwin aurélien axel babajide baptiste baraka barry bartosz bashar bastien ben bence benedict bengt
benjamin benoît bernard bernie bertrand bill bjorn björn bob boris bosse brad brendan brian bruce bruno bryan callum
carl carl-gustaf carlos charles chidi chinedu christian christophe christopher claude colin connor craig cyril cyrus
cédric daisuke damian damien daniel darius dariusz darren dave david deepak denis dennis derek derrick dev didier
diego dieter dinesh dmitri dmitry dominic donald douglas duncan dwayne dylan ed eddie edgar eduardo edward edwin elias
elon emeka emile emilio emmanuel emre enrico enrique eric erik ernest ernesto esteban ethan eugene evgeny ewan fabien
fabio fabrice fahad faisal farid federico felipe felix femi ferenc fernando fidel finn florian francisco frank franz
françois fred frederick fredrik frédéric fumio gabriel gareth gary gaurav gavin gaël gennady geoff geoffrey george
gerald gerard gergely gert ghassan gilberto gilles giovanni giulio gleb glenn gonzalo gordon graham greg gregory
grigory grzegorz grégoire guillaume guillermo gunnar gustav gustave gábor gérard göran hamid hank hans hari harish
harold harry haruki hassan hector heinrich henri henrik henry herb herbert hervé hideo hiroshi holger horst hossein
howard hubert hugh hugo humza hussein håkan héctor ian ibrahim ichiro ignacio igor ilya imran inácio irving irwin
isaac ismail istván ivan jacinto jack jacob jacques jagdish jaime jair jake jamal james jamil jared jaroslaw jarosław
jarrod jason javad javier jean-baptiste jean-claude jean-luc jean-marie jean-michel jean-pierre jed jeff jeffrey jens
jeremy jeroen jerome jerry jerzy jesús jim jimmy joaquín joe joel johan johannes john johnny jon jonah jonas jonathan
joost jorge josef joseph joshua josiah josé joão juan julian julien julio junichiro justin jérôme jörg jörgen jörn
jürgen kamal karan kareem karim karl kazuo keir keith kenji kenneth kevin kgalema khalid kirill kishore kjell klaus
knut kofi koichi konstantin krzysztof kurt kurtis kwame kyle lamar lars laurence laurent lawrence leandro lech leif
lennart lenny leo leon leonard leonel leonid leroy leszek levi liam lionel lorenzo lorne lothar louis lowell loïc luca
lucas ludwig luis luiz lukas luke lyle lászló maarten maciej magnus mahmoud mahmud majid makoto maksim malcolm malik
manfred manish manoj mansour manuel marc marcel marcin marco marcus mario mark markus marlon martin marty martín
marvin marwan masahiro mateusz mathieu mats matt matteo matthew matthias maurice mauricio max maxime maximiliano mehdi
mehmet merle michael michel mick miguel mikael mike mikhail miklós milan mitch mitt mohamed mohammad mohammed mohsen
moritz morten muammar muhammad mukesh munir mustafa myron nabil naoki narendra nathan nathaniel naveed naveen nawaz
ned neil nestor newt nicholas nick nicolas nigel nikhil niklas nikolai nils nitin noah norbert norman néstor octavio
ola olaf ole oleg oliver olivier olu olusegun omar orson osama oscar osman otto owen pablo pascal patrick paul pavel
pawel paweł pedro per per-erik pete peter phil philip philippe pierre pieter piotr piyush pradeep prakash pranab
prashant praveen priyesh pyotr qasem quentin quincy rafa rafael rahul rainer raj rajesh rajnath rakesh ralf ralph
ramesh rami ramon randy raphaël rashed rashid rasmus raul ravi ray raymond raúl reggie reinhard renaud reza rhett
ricardo richard rick rickard ricky rishi riyad rob robert roberto roderick rodger rodney rodrigo roger rohit roland
rolf romain ron ronald rory roscoe roy rubén rufus rupert ruslan russ russell ruud ryan ryo rémi rüdiger saad sachin
sadiq saeed sajid saleh salman sami samir samson samuel sandeep sander sanjay santiago satish satoshi saul scott sean
sebastian sebastien sergei sergey sergio seth shahbaz shahid shane shashi shehbaz shigeru shinzo shohei shunsuke
sigmar silas simeon simon sipho sjoerd soren sota srinivas staffan stanislav stanley stefan stephen steve steven
stuart stéphane subhash sudhir sundar sunil suresh sven sándor sébastien sönke søren takeshi tariq taro tatsuya tayyip
ted terence terrell tetsuya thabo thaddeus themba theodore thibault thierry thomas thorsten tim timothy tobias toby
todd tom tomas tomasz tomohiro tomás tony torbjørn torsten travis trent trevor trey tristan trond troy tunde tyler
tyrone udo uhuru ulf ulrich umar usman uwe vadim valery valéry varun vasily vicente victor vijay vikram viktor vinay
vincent vinod virgil vitaly vivek vladimir vladislav volker volodymyr vyacheslav walid walter warren wayne wei wendell
werner wilfred wilhelm will william winfried wojciech wolfgang woodrow wouter xavier yann yannick yaroslav yasser yemi
yevgeny yogesh yoshihide youssef yuri yusuf yves zach zachary zack zahid zaid zayed zbigniew zdenek zeke zoltán álvaro
árpád édouard émile étienne örjan
"""
_SHE: Final = """
abigail ada addison adele adeline adriana agnes aisha alejandra alexa alexandra alice alicia alina alison allegra alma
alyssa amanda amara amber amelia amina amy ana anastasia andrea angela angelica angelina anita anna annabel annabelle
anne annette annie antonella antonia anya ariana arlene ashlee ashleigh astrid audrey ava barbara beatrice beatriz
becky belinda bella bernadette bernice bertha beth bethany bettina betty beverly beyoncé bianca bianka birgit blanca
bonnie brenda brianna bridget bridie brigitte brittany brooke caitlin camila camilla candace candice carla carly
carmel carmen carol caroline carolyn carrie cassandra cassidy catherine cathy cecilia celeste celia celine chantal
charlene charlotte chelsea cherie cheryl chiara chloe christie christina christine christy ciara cindy claire clara
clarissa claudia claudine colleen connie constance cora corinne courtney cristina crystal cynthia céline dahlia
daniela danielle daphne darlene dawn deanna debbie deborah debra deepa deirdre delia delphine denise desiree diana
diane dina dolores donna dora doreen doris dorothea dorothy eartha edith edna effie eileen elaine eleanor elena elin
elisa elisabeth elise eliza elizabeth ella ellen ellie eloise elsa elspeth emily emma erica erika erin ernestine
esmeralda estelle esther eugenia eunice eva evangeline eve evelyn fanny farah fatima fatou fay felicia felicity fern
fiona flavia flora florence florencia frances francesca freya frieda gabriela gabriella gail gemma genevieve georgia
georgina geraldine gertrud gertrude ghislaine gillian gina ginny giorgia giovanna giselle gisèle giulia glenda gloria
grace greer greta gretchen guadalupe gudrun gwen gwyneth haley hanna hannah hanneke harriet hattie hayley hazel
heather heidi helen helena helene helga henrietta hilary hilda holly hortense hélène ida ilse imogen ines inga
ingeborg ingrid inés irene irina iris irma isabel isabella isabelle isla ivanka ivy jaclyn jacqueline jana jane
janelle janet janice janine jasmine jeanette jeanine jeanne jenna jennie jennifer jenny jeri jessica jill joan joann
joanna jodie johanna jolene josefina josephine josie joyce juana juanita judith judy julia juliana julie juliet jutta
kaja kamala karen karin karla karolina katarina kate katharina katharine katherine kathleen kathrin kathryn kathy
katie katrina kavita kayla keiko kendra keri kerstin khadija kimberley kimberly kirsten kirstie kirsty kitty krista
kristen kristi kristin kristina kristine kylie lacey laila lana lara latoya laura lauren laurie layla lea leah leanne
leila lena leona leonie leonor leticia liane libby lidia lilian liliana lillian lily lina linda lisa livia liz liza
lola loretta lori lorna lorraine lottie louise lucia lucie lucille lucinda lucy luisa luz lydia lynda lynette lynne
mabel madeleine maeve magdalena maggie maira maja malala malia malin mamie mandy manuela mara marcela marcia margaret
margot maria mariah mariam mariana marianne maribel maricel marie marietta marilyn marina marisol marissa marjorie
marjory marla marlene marsha marta martha martina martine mary maryam mathilde matilda maud maureen maxine maya mayra
meg megan meghan mei melania melanie melinda melissa mercedes meredith mette mia micaela michaela michelle mila
mildred millie mina mindy minnie miranda miriam mitzi moira molly mona monica monika monique muriel myra myrtle nadia
nadine nancy nanette naomi natalia natalie natasha nathalie nawal nellie nettie ngozi nicki nicole nikki nina noelle
nora norah noreen norma octavia odette odile oksana olena olga olivia ophelia oprah padma paige paloma pam pamela
patricia pattie patty paula pauletta pauline pearl peggy penelope penny petra petronella phoebe phyllis pilar polina
polly priscilla priti priya priyanka purnima queenie rachael rachel rachelle ramona raquel rebecca regina rekha renata
renee renée rhoda rhonda rita roberta rochelle roisin rosa rosalie rosalind rosalyn rosanna rose roseanne rosemarie
rosemary rosie roxana roxanne ruby rukmini ruth róisín sabina sabine sabrina sadia sadie safia saira sallie sally
salma samantha samira sandra saoirse sara sarah selena selma serena shabana sharon shauna shazia sheila sherri sheryl
shirley shreya sian sienna sigrid silke silvia simona simone sinead sinéad siobhan siobhán siân sofia sofie solveig
sonia sonja sophia sophie soraya stacey stacy stefanie stella stephanie stéphanie sue suki sunita sunniva susan
susanna susannah susanne susie suzanne suzie svetlana sybil sylvia tabitha tamara tammy tania tanja tanya tara tasha
tatiana tatyana teodora teresa tessa thelma theresa therese thérèse tiffany tilda tilly tina tracey traci trina trine
trish trisha trudy ulla ulrike uma ursula usha ute valentina valeria valerie valérie vanessa velma vera verena
veronica vicki vicky victoria viktoriya viola violet violeta virginia vivien vivienne waltraud wanda wendy wilhelmina
wilma winifred winona xiomara yasmin yasmine yelena yesenia yoko yolanda yulia yuliya yvette yvonne zadie zahra zainab
zara zelda zeynep zinaida zoe zoé zsofia élisabeth
"""
_GENDERS: Final[dict[str, Gender]] = {
    **dict.fromkeys(_HE.split(), "he"),
    **dict.fromkeys(_SHE.split(), "she"),
}


def gender_of_first_name(word: str) -> Gender | None:
    """The gender that a first name tells, if it tells one."""
    return _GENDERS.get(word.lower())
