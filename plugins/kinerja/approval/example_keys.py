"""Keys of the example: their private halves lie open in `docs/kunci-contoh/`."""

EXAMPLE_KEYS = frozenset(
    {
        "SHA256:0N3t2Fo5i10x/iROnBH4fNMU3Bwa8xekVNanbF7wxc4",
        "SHA256:2VMiyWSgyXQ9akFgAhIWoq1ipkhcELNYckxleWzY4Gc",
        "SHA256:6wSz/r3Xo/I59X49VcQSyg32kBH6xew2+r3OJNisGBw",
        "SHA256:72X69GY4Gd435axEsPqn4H0SXZWyKFN7H5SQQRvmkB0",
        "SHA256:7KuobxwShd0ZYfZZMBfyGFT+3owID94czKbef5sJoR0",
        "SHA256:854wXyToJaNHhbDrABSWwpUmfETiHQFqxV8ZN/HhgLs",
        "SHA256:AiZz58fn9qg+98b+U+HsC8oTnNUNVi7zvoIX5oOKloY",
        "SHA256:C/0dRGN5BdInmseopxWe1NZtsxu815HNgijpOWG7x7o",
        "SHA256:K0V2vlInhLriAhYPtZDgoV9F6Fq9IDgu1W09wapknTY",
        "SHA256:KP7aQTmgkzH4npRGXST+UNTQBkMt0YK/jMydfq6j/aQ",
        "SHA256:LZiiAL/NAHTO511Iilue0J5D/DvwafrHgq1qSKJQqk8",
        "SHA256:MHOQueZjeXkVjH0959vQ191AgdLKXilFSBU3U436u3c",
        "SHA256:Pvuu9tUbwL7cQpDIujacmJu80AwABHVN/0QFzM/TiQI",
        "SHA256:TNWlvo9je2jf0CUagndPkZ1grrCXRAKYF08uzOH7CLc",
        "SHA256:VldcBZUjDnaywABcq2O5ETx2/pInXvI5tvK6iyWph+s",
        "SHA256:dogq32/Caa5HdUzpWV5Zw+GS8PuRIt9CUHbHdsPKK3M",
        "SHA256:fLZ48KSONo29KOIwgdZiow/gcEmL3YKRBGp0JxQLEh0",
        "SHA256:lO/TSaCqhKMusnNQvWH/CxjARTcOuk9wauWWNy4PyQk",
        "SHA256:oC1d3LDuuAaZoVDf8IPuOPAj1LgKlZ4wzlJ8vUws21Q",
        "SHA256:sl2VFTQX3YLUeUnzNdqhQqOE8sUzMaIk9Fv8/C+IOSs",
        "SHA256:v6vC6ah1OJW+g57q27Ah9rMW+bCZH8j4Ua6jda+zUSg",
        "SHA256:yf0zELZnn88hL5JXy2Sc2WflPyXwk8kzLzEq5E5C79I",
        "SHA256:ztpsO9xmKaAQR1AnL7joM2VpDFSUizboS5mAlQ5DpSY",
    }
)
"""Fingerprints; a test compares them with the folder."""
