"""Walls in other languages are told, and reports on consent, robots and subscriptions are reports."""

from __future__ import annotations

import pytest

from retold.readers import walls


@pytest.mark.parametrize(
    ("title", "lines", "does"),
    [
        ("Quenby Bote", ["Wir und unsere 84 Partner speichern Informationen auf Ihrem Gerät. Mit Ihrer Einwilligung verarbeiten wir personenbezogene Daten.", "Alle akzeptieren"], "consent"),
        ("Quenby Bote", ["Nutzen Sie unser Angebot mit Werbung und Cookies oder werbefrei im Abo.", "Sie können Ihre Zustimmung jederzeit widerrufen. Mehr dazu in der Datenschutzerklärung.", "Einverstanden"], "consent"),
        ("Weiterlesen mit Werbung", ["Besuchen Sie uns wie gewohnt mit Werbung und Tracking.", "Oder: Pur-Abo für 2 € im Monat. Schon Kunde? Hier anmelden."], "consent"),
        ("Le Phare de Quenby", ["Avec votre accord, nos 112 partenaires et nous utilisons des traceurs pour mesurer l’audience.", "Vous pouvez changer d’avis à tout moment dans notre politique de confidentialité.", "Continuer sans accepter"], "consent"),
        ("Le Phare de Quenby", ["Nous et nos partenaires stockons des données personnelles sur votre appareil. Cliquez sur « Tout accepter » pour continuer."], "consent"),
        ("El Faro de Quenby", ["Nosotros y nuestros 61 socios guardamos información en tu dispositivo. Puedes aceptar todas las cookies o rechazar su uso.", "Aceptar y continuar"], "consent"),
        ("Il Faro di Quenby", ["Noi e i nostri 45 partner archiviamo informazioni sul dispositivo. Con il tuo consenso trattiamo dati personali per annunci personalizzati.", "Accetta e continua"], "consent"),
        ("De Vuurtoren", ["Wij en onze 30 partners slaan gegevens op uw apparaat op. Met uw toestemming tonen wij gepersonaliseerde advertenties.", "Alles accepteren"], "consent"),
        ("O Farol", ["Nós e os nossos 20 parceiros guardamos cookies no seu dispositivo. Leia a nossa política de privacidade.", "Aceitar todos"], "consent"),
        ("Quenby Echo", ["Press & Hold to confirm you are a human (and not a bot).", "Reference ID 0a1b-2c3d"], "robot"),
        ("Access to this page has been denied", ["Before we go on: slide the lamp to the right to prove that you are a person."], "robot"),
        ("Quenby Echo", ["Verify you are human by completing the action below. Quenby Echo looks at the safety of your line first."], "robot"),
        ("Quenby Bote", ["Bitte bestätigen Sie, dass Sie ein Mensch und kein Roboter sind."], "robot"),
        ("Quenby Bote", ["Dieser Artikel ist nur für Abonnenten. Bereits Abonnent? Jetzt anmelden."], "payment"),
        ("Le Phare de Quenby", ["Cet article est réservé aux abonnés. Déjà abonné ? Connectez-vous."], "payment"),
        ("quenby.example", ["quenby.example needs to review the security of your connection before you go on."], "robot"),
        ("Quenby Echo", ["Tick the box to let us know you're not a robot.", "Why did this happen? Make sure your browser supports JavaScript and cookies."], "robot"),
        ("Il Faro", ["Questo sito utilizza cookie di profilazione. Cliccando su Accetta acconsenti all'uso dei cookie.", "Accetta"], "consent"),
        ("De Vuurtoren", ["De Vuurtoren gebruikt cookies. Klik op akkoord om verder te gaan.", "Akkoord"], "consent"),
    ],
)  # fmt: skip
def test_a_wall_is_told_in_its_language(title, lines, does):
    found = walls.of(title, (), lines)
    assert found is not None and does in found.why


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Gericht rügt Fährlinie", "Die Fährlinie hat personenbezogene Daten ihrer Fahrgäste verkauft. Das Gericht sprach eine Strafe aus."),
        ("Amende pour le phare", "La cour a condamné la société du phare pour l’usage de cookies sans consentement. Elle paiera en mai."),
        ("Multa al puerto", "El puerto guardó datos personales de los marineros. La multa es de 90 coronas."),
        ("Multa al faro", "Il faro ha raccolto dati personali dei pescatori. Il giudice ha deciso lunedì."),
        ("Cookies fine for the ferry line", "The ferry line set cookies without consent, a court found. It was fined 90 crowns."),
        ("Subscribers of the Echo rise", "“Subscribe now,” the posters said, and 300 islanders did so within the first week of the campaign, the owners reported."),
        ("Robot lights the lamp", "A robot that can climb stairs lit the lamp on Sunday. The keeper was not a robot and watched. It took an hour."),
    ],
)  # fmt: skip
def test_a_report_on_such_things_is_a_report(title, text):
    assert walls.of(title, (), [text]) is None


def test_a_page_with_one_paragraph_of_a_report_is_no_wall():
    paragraph = (
        "The mail boat ran onto the sands off Quenby early on Sunday and sat there with two goats and four "
        "passengers until the tide came back."
    )
    box = ["Subscribe to continue reading", "Already a subscriber? Log in.", "Cancel at any time."]
    assert walls.of("Mail boat aground", ["Subscribe to continue reading"], [paragraph, *box]) is None
    assert walls.of("Mail boat aground", ["Subscribe to continue reading"], box) is not None
