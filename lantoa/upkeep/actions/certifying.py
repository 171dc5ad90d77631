"""The office's own certificate: an authority that phones of the office trust, and what it signs for this machine."""

from __future__ import annotations

import datetime as dt
import ipaddress
import socket
from contextlib import suppress
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID
from django.utils.translation import gettext as _

from lantoa.foundation.errors import BadInput
from lantoa.upkeep import rules
from lantoa.upkeep.queries.certificate import authority_file, folder, place_of, read

AUTHORITY_LASTS = dt.timedelta(days=3650)
LASTS = dt.timedelta(days=397)  # phones refuse what lasts longer
# The authority can vouch for nothing else: who steals its key cannot pretend to be a site of the world.
OUR_NAMES = ("local", "lan", "internal")
NETWORKS = ("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "169.254.0.0/16", "127.0.0.0/8")
OUR_NETWORKS = [ipaddress.ip_network(one) for one in NETWORKS]
Name = x509.DNSName | x509.IPAddress


def names_here() -> list[str]:
    """The names and addresses under which other machines of the office reach this one."""
    found = ["127.0.0.1", *_short_names(), f"{_short_names()[-1]}.local"]
    with suppress(OSError), socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        probe.connect(("10.255.255.255", 1))  # sends nothing: only asks which way it would go
        found += [one for one in probe.getsockname()[:1] if _is_of_ours(ipaddress.ip_address(one))]
    return list(dict.fromkeys(found))


def certify(names: list[str], now: dt.datetime) -> tuple[Path, Path]:
    """The certificate for these names and its key, made anew where a name is missing or it ends soon.

    The authority is made once. BadInput for a name outside the office.
    """
    asked = [_name(one) for one in names]
    folder().mkdir(mode=0o700, parents=True, exist_ok=True)
    place, key_place = place_of(), folder() / "lantoa.key"
    if not authority_file().exists():
        _make_authority(now)
    if not (place.exists() and _still_serves(read(place), asked, now)):
        _sign(asked, now, place, key_place)
    return place, key_place


def _name(said: str) -> Name:
    try:
        address = ipaddress.ip_address(said)
    except ValueError:
        _must_be_ours(said in _short_names() or said.rsplit(".", 1)[-1] in OUR_NAMES, said)
        return x509.DNSName(said)
    _must_be_ours(_is_of_ours(address), said)
    return x509.IPAddress(address)


def _is_of_ours(address: ipaddress.IPv4Address | ipaddress.IPv6Address) -> bool:
    return any(address in one for one in OUR_NETWORKS)


def _short_names() -> list[str]:
    return ["localhost", socket.gethostname().split(".")[0].lower()]


def _must_be_ours(is_ours: bool, said: str) -> None:
    if not is_ours:
        raise BadInput(
            _(
                "“%(name)s” không phải tên trong mạng cơ quan. Dùng tên đuôi .local, .lan, .internal hoặc địa chỉ "
                "mạng nội bộ; tên ngoài internet thì dùng máy chủ web phía trước, xem deploy/."
            )
            % {"name": said}
        )


def _still_serves(made: x509.Certificate, asked: list[Name], now: dt.datetime) -> bool:
    known = made.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    return set(asked) <= set(known) and not rules.ends_soon(made.not_valid_after_utc, now)


def _make_authority(now: dt.datetime) -> None:
    key, name = _new_key(folder() / "authority.key"), _called(_("Lan Tỏa, máy %s") % socket.gethostname())
    ours = map(x509.DNSName, (*OUR_NAMES, *_short_names()))
    networks = [x509.IPAddress(one) for one in OUR_NETWORKS]
    sign_only = _usage(signs=True)
    made = (
        _begun(name, name, key.public_key(), now, AUTHORITY_LASTS)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(sign_only, critical=True)
        .add_extension(x509.NameConstraints([*ours, *networks], None), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .sign(key, hashes.SHA256())
    )
    authority_file().write_bytes(made.public_bytes(serialization.Encoding.PEM))


def _sign(asked: list[Name], now: dt.datetime, place: Path, key_place: Path) -> None:
    authority, key = read(authority_file()), _new_key(key_place)
    signer = serialization.load_pem_private_key((folder() / "authority.key").read_bytes(), None)
    made = (
        _begun(authority.subject, _called("Lan Tỏa"), key.public_key(), now, LASTS)
        .add_extension(x509.SubjectAlternativeName(asked), critical=False)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(_usage(signs=False), critical=True)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
        .add_extension(
            x509.AuthorityKeyIdentifier.from_issuer_public_key(authority.public_key()),  # type: ignore[arg-type]
            critical=False,
        )
        .sign(signer, hashes.SHA256())  # type: ignore[arg-type]
    )
    pem = serialization.Encoding.PEM
    place.write_bytes(made.public_bytes(pem) + authority.public_bytes(pem))


def _begun(
    issuer: x509.Name,
    subject: x509.Name,
    key: ec.EllipticCurvePublicKey,
    now: dt.datetime,
    lasts: dt.timedelta,
) -> x509.CertificateBuilder:
    builder = x509.CertificateBuilder().issuer_name(issuer).subject_name(subject).public_key(key)
    # A phone whose clock is a day behind trusts it too.
    begins = now - dt.timedelta(days=1)
    return (
        builder.serial_number(x509.random_serial_number())
        .not_valid_before(begins)
        .not_valid_after(begins + lasts)
    )


def _usage(*, signs: bool) -> x509.KeyUsage:
    never = dict.fromkeys(
        ("content_commitment", "key_encipherment", "data_encipherment", "key_agreement", "encipher_only"),
        False,
    )
    return x509.KeyUsage(
        digital_signature=not signs, key_cert_sign=signs, crl_sign=signs, decipher_only=False, **never
    )


def _called(name: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name[:64])])


def _new_key(place: Path) -> ec.EllipticCurvePrivateKey:
    """Only the account that runs Lan Tỏa can read it."""
    key = ec.generate_private_key(ec.SECP256R1())
    plain = serialization.NoEncryption()
    place.touch(mode=0o600)
    place.write_bytes(key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, plain))
    return key
