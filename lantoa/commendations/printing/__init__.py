"""What an office signs about commendations: the decision, the certificates, the dossier that asks for them."""

from lantoa.commendations.printing.certificates import certificates
from lantoa.commendations.printing.decision import called, form_in_words, paper, word
from lantoa.commendations.printing.dossier import dossier
