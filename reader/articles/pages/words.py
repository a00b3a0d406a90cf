"""The words that pages print around articles: one place for every list that the furniture rules look things up in.

Three tables, each by rule (the name that a folded line shows). A line is looked up in small letters, blanks as one,
signs at its ends dropped and each number written ``#``, so that "12 Comments" is ``# comments``. The lists are English
first, then German, French, Spanish, Portuguese, Italian, Dutch and the Nordic languages. They hold what sites of many
houses print, and no name of a site. What a reporter might write in a sentence is in none of them.
"""

from __future__ import annotations

from typing import Final


def _table(by_rule: dict[str, str]) -> dict[str, str]:
    """Line to rule, from rule to lines separated by ``|``."""
    return {entry.strip(): rule for rule, entries in by_rule.items() for entry in entries.split("|")}


WHOLE: Final = _table(
    {
        # Headings of boxes. They open a section: what follows them is judged with them.
        "related": (
            "related|related posts|related post|related articles|related article|related stories|related story|"
            "related content|related coverage|related reading|related news|related topics|related links|read next|"
            "read also|also read|see also|more stories|more news|more like this|you may also like|you might also like|"
            "you may like|you might like|recommended|recommended for you|recommended reading|recommended stories|"
            "recommended articles|most read|most popular|most viewed|most shared|trending now|trending stories|"
            "popular posts|popular stories|popular articles|latest stories|latest news|latest posts|latest articles|"
            "our latest stories|recent posts|recent articles|recent stories|editor’s picks|editors’ picks|"
            "editor's picks|editors' picks|editor’s choice|don’t miss|don't miss|what to read next|"
            "in case you missed it|around the web|from the web|from our partners|from around the web|"
            "more from this author|more by this author|more from the author|keep reading|next article|previous article|"
            "related topics|more on this story|more on this topic|other stories|other news|explore more|"
            "das könnte sie auch interessieren|lesen sie auch|mehr zum thema|weitere artikel|verwandte artikel|"
            "meistgelesen|auch interessant|mehr zu diesem thema|zum thema|"
            "lire aussi|à lire aussi|a lire aussi|sur le même sujet|articles liés|les plus lus|à lire également|"
            "lea también|lee también|más leídas|lo más leído|noticias relacionadas|artículos relacionados|más noticias|"
            "te puede interesar|relacionados|"
            "leia também|leia mais|veja também|mais lidas|notícias relacionadas|relacionadas|"
            "leggi anche|articoli correlati|più letti|potrebbe interessarti|"
            "lees ook|meest gelezen|gerelateerde artikelen|läs också|läs även|mest läst|les også|læs også|mest lest"
        ),
        "sign-up": (
            "newsletter|newsletters|our newsletter|daily newsletter|weekly newsletter|free newsletter|sign up|"
            "sign up now|sign up today|sign up here|subscribe|subscribe now|subscribe today|subscribe here|"
            "thanks for signing up|thank you for signing up|thank you for subscribing|thanks for subscribing|"
            "enter your email|enter your email address|your email address|your email|email address|"
            "email (required|get the newsletter|"
            "register now|register for free|start your free trial|already a subscriber|already a subscriber? log in|"
            "subscribe to continue reading|subscribe to read more|see all newsletters|check your inbox|"
            "jetzt anmelden|newsletter abonnieren|jetzt abonnieren|abonnieren|"
            "s’abonner|abonnez-vous|inscrivez-vous|s’inscrire|suscríbete|suscribirse|boletín|"
            "assine|assine já|inscreva-se|iscriviti|iscriviti alla newsletter|abbonati|abonneer|inschrijven|"
            "prenumerera|abonner|abonnér"
        ),
        "share": (
            "share this|share this story|share this article|share this post|share this page|share article|"
            "share story|share via email|share on facebook|share on twitter|share on x|share on linkedin|"
            "share on whatsapp|share on pinterest|share on reddit|share via|share on social media|tweet this|pin it|"
            "share your voice|like this|like loading|sharing options|copy link|copy url|link copied|"
            "copied to clipboard|link copied to clipboard|email this|email this article|"
            "print this article|print this page|print this|save for later|save this article|gift this article|"
            "share all sharing options|# shares|share #|# share|tweet #|"
            "artikel teilen|teilen sie diesen artikel|link kopieren|partager cet article|partager sur|partagez|"
            "compartir en|comparte esta noticia|copiar link|copiar enlace|compartilhe|compartilhar|condividi|"
            "deel dit artikel|dela artikeln|del artikkelen"
        ),
        "advertisement": (
            "advertisement|advertisements|advertising|advertisment|sponsored|sponsored content|sponsored links|"
            "sponsored post|sponsored stories|paid content|paid post|paid for by|promoted|promoted content|"
            "promoted links|from our sponsor|from our sponsors|scroll to continue|continue reading below|"
            "story continues below|story continues below advertisement|story continues after advertisement|"
            "story continues|article continues below|article continues below advertisement|"
            "article continues after ad|article continues after advertisement|content continues below|"
            "continue reading|skip ad|skip advertisement|remove ads|report this ad|close ad|ad feedback|"
            "advertisement - scroll to continue|advertisement scroll to continue|hide ad|"
            "anzeige|werbung|publicité|annonce|publicidad|publicidade|pubblicità|advertentie|annons|annonse|reklame|"
            "広告|广告|реклама|reklama"
        ),
        "comments": (
            "comments|comment|# comments|# comment|comments #|comments (#|leave a comment|leave a reply|"
            "post a comment|add a comment|write a comment|view comments|view # comments|view all comments|"
            "show comments|load comments|loading comments|read comments|see comments|join the conversation|"
            "join the discussion|comments are closed|comments closed|comments are off|comments have been disabled|"
            "cancel reply|no comments|no comments yet|be the first to comment|sort by newest|report comment|"
            "start the conversation|have your say|have your say in the comments|new # comments|# responses|"
            "kommentare|# kommentare|kommentare lesen|kommentieren|kommentar schreiben|commentaires|"
            "# commentaires|laisser un commentaire|comentarios|# comentarios|deja un comentario|comentários|"
            "# comentários|deixe um comentário|commenti|# commenti|lascia un commento|reacties|# reacties|kommentarer"
        ),
        "biography": (
            "author|authors|author bio|about the author|about the authors|about the writer|about author|"
            "about the reporter|written by|meet the author|about the contributor|"
            "über den autor|über die autorin|zum autor|zur autorin|zur person|über die autoren|"
            "à propos de l’auteur|l’auteur|sobre el autor|sobre la autora|acerca del autor|sobre o autor|"
            "sobre a autora|l’autore|l’autrice|over de auteur|om författaren|om forfatteren"
        ),
        "events": "events|upcoming events|our upcoming events|our events|event calendar|upcoming webinars|webinars|"
        "kommende veranstaltungen|prochains événements|próximos eventos",
        "community": (
            "follow us|follow|follow me|connect with us|stay connected|join us|join our community|"
            "join the community|telegram group|telegram channel|whatsapp group|whatsapp channel|discord server|"
            "facebook group|slack channel|find us on facebook|find us on|follow us on social media|like us on facebook|"
            "folgen sie uns|folge uns|suivez-nous|síguenos|síguenos en|siga-nos|seguici|volg ons|följ oss|følg oss"
        ),
        "promo": (
            "download the app|download our app|download our mobile app|get the app|get our app|got a tip|"
            "got a tip? let us know|have a tip|got a story|have a story|send us a tip|send a tip|"
            "listen to this article|listen now|watch now|donate|donate now|support us|support our work|"
            "support our journalism|"
            "become a member|become a subscriber|become a patron|become a supporter|make a donation|contribute|"
            "buy tickets|buy now|get tickets|play now|shop now|learn more here|spenden|faire un don|dona|doe mee"
        ),
        "cookies": (
            "cookies|cookie policy|cookie settings|cookie preferences|cookie notice|accept cookies|"
            "accept all cookies|accept all|reject all|manage cookies|manage preferences|privacy settings|"
            "do not sell my personal information|we value your privacy|your privacy choices|"
            "cookie-einstellungen|alle akzeptieren|tout accepter|aceptar todo|aceitar todos|accetta tutti"
        ),
        "copyright": (
            "all rights reserved|copyright|alle rechte vorbehalten|tous droits réservés|"
            "todos los derechos reservados|todos os direitos reservados|tutti i diritti riservati"
        ),
        "navigation": (
            "direkt zum inhalt|zum hauptinhalt springen|continue reading the main story|skip to content|"
            "skip to main content|skip to navigation|jump to content|back to top|back to gallery|"
            "go back|return to top|toggle navigation|main menu|site search|view all|see all|show all|load more|"
            "show more|view more|more news from|previous post|next post|privacy policy|terms of use|"
            "terms of service|terms and conditions|terms & conditions|site map|sitemap|about us|contact us|"
            "advertise with us|log in|login|sign in|log out|my account|create account|create a free account|"
            "image # of #|page # of #|image # of / #|# / #|# of #|slide # of #|open in new window|"
            "opens in new window|opens in a new window|font size|text size|rss feed|breaking news|top stories|"
            "enlarge image|toggle caption|hide caption|expand|view gallery|view slideshow|"
            "impressum|datenschutz|agb|zum inhalt springen|mentions légales|aviso legal|seitenanfang|nach oben|"
            "zur startseite|kontakt|politique de confidentialité|política de privacidad|política de privacidade"
        ),
    }
)
"""Lines that are furniture as a whole."""

WEAK: Final = _table(
    {
        "share": (
            "share|tweet|facebook|twitter|x|linkedin|whatsapp|email|e-mail|mail|print|pinterest|reddit|flipboard|"
            "telegram|messenger|instagram|youtube|pocket|tumblr|threads|bluesky|mastodon|google+|save|copy|bookmark|"
            "listen|sms|xing|viber|line|weibo|teilen|drucken|merken|partager|imprimer|compartir|enviar|imprimir|delen"
        ),
        "navigation": (
            "home|menu|search|close|more|news|world|sport|sports|business|politics|opinion|culture|tech|technology|"
            "science|health|travel|weather|video|videos|photos|podcasts|entertainment|lifestyle|arts|markets|"
            "local|local news|national|international|contact|about|privacy|terms|help|archive|careers|jobs|"
            "advertise|rss|account|next|previous|prev|back|cancel|undo|caption|popular|trending|latest|features|"
            "subscriptions|loading|sections|radio|tv|live|register|profile|settings|faq|gallery|full screen|play|"
            "startseite|zurück|schließen|suche|politik|wirtschaft|kultur|wetter|accueil|recherche|économie|inicio|buscar|deportes|"
            "economía|início|esportes|economia"
        ),
        "comments": "reply|report|like|dislike|upvote|log in to reply|log in to comment|show replies|hide replies",
        "related": "read more|read full story|read the full story|full story|lire la suite|weiterlesen|leer más",
    }
)
"""Lines that are furniture in company: a heading may read the same, so a neighbour has to be furniture too."""

LABELS: Final = _table(
    {
        # A line that begins so and does not end as a sentence does.
        "related": (
            "related:|read more:|read next:|read also:|also read:|see also:|more:|read:|recommended:|don’t miss:|"
            "don't miss:|read more about|read more on|read more from|more from|more stories from|more stories on|"
            "more news from|next up in|you may also like:|related story:|related stories:|"
            "related article:|related articles:|watch:|listen:|must read:|trending:|in pictures:|watch now:|"
            "lesen sie auch:|mehr zum thema:|lesen sie hier:|lire aussi :|lire aussi:|à lire aussi :|à lire aussi:|"
            "lea también:|lee también:|lea más:|leia também:|leia mais:|veja também:|leggi anche:|lees ook:|"
            "läs också:|läs även:|les også:|læs også:"
        ),
        "sign-up": (
            "sign up for|sign up to|sign up and|subscribe to|subscribe for|subscribe and|register for our|"
            "get the newsletter|get our newsletter|join our newsletter|join our mailing list|already a subscriber|"
            "melden sie sich|newsletter abonnieren|abonnez-vous à|inscrivez-vous à|suscríbete a|suscríbase a|"
            "assine a|assine o|assine nossa|iscriviti a|abonneer je op|prenumerera på"
        ),
        "share": (
            "share this story:|share this article:|share this:|share:|share on|share on:|share this story on|"
            "share this article on|share all sharing options|click to share|click to email|share via|"
            "print this|email this|teilen:|partager:|partager :|compartir:|compartilhe:|condividi:"
        ),
        "advertisement": "sponsored by|presented by|brought to you by|paid for by|ad by|ads by|advertisement by",
        "community": (
            "follow us on|follow us at|follow me on|find us on|like us on|join our community|join our telegram|"
            "join our whatsapp|join our discord|join our facebook|join our group|join our channel|"
            "stay connected with|connect with us|# ways to join|follow our|folgen sie uns|suivez-nous sur|"
            "síguenos en|siga-nos|seguici su|volg ons op"
        ),
        "promo": "download our|download the app|get the app|listen to our podcast|support our|watch our|try our",
        "comments": "read the comments|view all # comments|view # comments|see all # comments|read # comments|"
        "show all # comments|# comments|new # comments|new, # comments|read all # comments|kommentare lesen",
        "tags": (
            "tags:|tag:|tagged:|topics:|filed under|posted in:|categories:|category:|keywords:|related topics:|"
            "explore more on|more about:|in this article:|schlagworte:|themen:|étiquettes:|mots-clés:|etiquetas:|"
            "temas:|palavras-chave:|argomenti:"
        ),
        "navigation": "skip to|jump to:|go to homepage|home >|home »|home ›|home /|you are here:",
        "reading time": "reading time:|estimated reading time|lesezeit:|temps de lecture|tiempo de lectura|"
        "tempo de leitura|tempo di lettura|leestijd:|lästid:",
        "events": "upcoming event:|upcoming webinar:|register for the webinar",
    }
)
"""Openings of lines that are furniture unless they end a sentence."""

SENTENCES: Final = _table(
    {
        # A line that begins so, also where it is a whole sentence: it speaks to the visitor of the page.
        "cookies": (
            "we use cookies|we and our partners|this website uses cookies|this site uses cookies|"
            "our website uses cookies|our site uses cookies|by continuing to use this|by continuing to browse|"
            "by using this site|by using our site|diese website verwendet cookies|wir verwenden cookies|"
            "nous utilisons des cookies|ce site utilise des cookies|utilizamos cookies|usamos cookies|"
            "este sitio web utiliza cookies|este site usa cookies|questo sito utilizza cookie|wij gebruiken cookies|"
            "vi använder cookies|vi bruger cookies"
        ),
        "sign-up": (
            "by signing up|by subscribing|by submitting your|by entering your email|by clicking subscribe|"
            "by clicking sign up|by registering|sign up for our|sign up to our|sign up here|sign up now|"
            "sign up to receive|sign up to get|subscribe to our|subscribe now|subscribe here|subscribe for free|"
            "get our best|get our daily|get our latest|get our weekly|get the latest news|get the day’s|get the day's|"
            "get the best of|get breaking news|get more stories like|want more stories like|"
            "your newsletter subscription|please check your inbox|you have successfully|you are now subscribed|"
            "you can unsubscribe|already a subscriber|keep an eye on your inbox|melden sie sich für unseren|"
            "abonnieren sie unseren|inscrivez-vous à notre|abonnez-vous à notre|recevez notre|suscríbete a nuestro|"
            "suscríbete a nuestra|assine nossa newsletter|receba nossa newsletter|receba as notícias|"
            "iscriviti alla nostra"
        ),
        "community": (
            "follow us on|follow us for|like us on facebook|join our telegram|join our whatsapp|join our facebook|"
            "stay connected with|join our|join the conversation on|"
            "you can follow us|folgen sie uns auf|suivez-nous sur|síguenos en|siga-nos no|seguici su"
        ),
        "promo": (
            "download our app|download our mobile app|download the app|support our journalism|"
            "support independent journalism|become a member|become a subscriber|help us keep|"
            "if you value our|if you enjoyed this|if you liked this|enjoyed this article|enjoying this article|"
            "have a news tip|have a story tip|do you have a story|do you have a tip|got a news tip|got a story tip|"
            "send us your|send your tips|we may earn a commission|we may receive a commission|we may receive a small|"
            "when you buy through links|when you purchase through links|if you buy something|"
            "this article contains affiliate|this post contains affiliate|this post may contain affiliate|"
            "sometimes we include links to|our standards:|to support our work|click here to|click here for|"
            "to read more, subscribe|this story is for subscribers|this article is for subscribers|"
            "you have reached your limit|you’ve reached your limit|read our full coverage"
        ),
        "copyright": (
            "copyright ©|copyright (c)|copyright #|© copyright|(c) copyright|this material may not be|"
            "no part of this|reproduction in whole or|"
            "this content may not be|this article may not be"
        ),
        "comments": (
            "your email address will not be|your e-mail address will not be|you must be logged in|"
            "please log in to|log in to leave|log in to comment|log in to post|sign in to comment|"
            "comments on this|comments are moderated|all comments are|required fields are|save my name, email"
        ),
        "share": "click to share|click to email|click to print|share this article with",
        "navigation": "please enable javascript|javascript is disabled|your browser does not|this page requires|"
        "you need to enable javascript|to view this content|this video is not available",
    }
)
"""Openings of lines that are furniture whatever their end."""

INSIDE: Final = _table(
    {
        "sign-up": (
            "in your inbox|into your inbox|to your inbox|unsubscribe at any time|unsubscribe any time|"
            "unsubscribe anytime|our privacy policy and|agree to our privacy|agree to our terms|"
            "privacy policy and terms|terms of use and privacy|terms and privacy|"
            "dans votre boîte mail|en tu correo|en tu bandeja de entrada|no seu e-mail|"
            "in ihr postfach|in ihrem postfach|nella tua casella"
        ),
        "cookies": "our cookie policy|our use of cookies|use of cookies|cookies to improve|cookies to ensure",
        "copyright": (
            "all rights reserved|may not be published, broadcast|may not be reproduced|"
            "may not be republished|alle rechte vorbehalten|tous droits réservés|todos los derechos reservados|"
            "todos os direitos reservados|tutti i diritti riservati"
        ),
        "comments": "email address will not be published|required fields are marked",
        "share": "opens in new window",
        "reading time": "min read|minute read|mins read|minutes read|min. lesezeit|min de lecture|min de leitura|"
        "minutos de lectura|min di lettura",
    }
)
"""Words that make a line of up to ``lines.INSIDE_WORDS`` words furniture wherever they are."""

NOTES: Final = (
    "correction",
    "clarification",
    "update",
    "editor’s note",
    "editor's note",
    "editors’ note",
    "note:",
    "disclosure",
    "disclaimer",
    "korrektur",
    "anmerkung der redaktion",
    "rectificatif",
    "corrección",
    "correção",
    "fe de errores",
    "errata",
)
"""Openings of notes to readers: they belong to the article, also after its end."""

CONTRIBUTED: Final = (
    " contributed.",
    " contributed to this report.",
    " contributed reporting.",
    " contributed to this story.",
)
"""Ends of lines that name others who worked on the article."""

_NETWORKS: Final = (
    "facebook twitter x linkedin whatsapp email e-mail mail print pinterest reddit flipboard telegram messenger "
    "instagram youtube pocket tumblr threads bluesky mastodon google+ sms copy link share tweet xing tiktok"
)
NETWORKS: Final = frozenset(_NETWORKS.split())
"""What a line that offers to share is made of, beside the word itself."""
