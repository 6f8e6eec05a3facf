"""A record from a system that keeps GB18030. Characters beyond GBK come and go unchanged; nothing is replaced."""

import birthcase

RECORD = bytes.fromhex("C0EE FE9F")  # a name, as the old system stores it

name = birthcase.from_gb18030(RECORD)
print(name, [f"U+{ord(character):04X}" for character in name])
print(birthcase.to_gb18030("王𠮷").hex(" "))
try:
    birthcase.from_gb18030(b"\xc0\xee\xff")
except birthcase.EncodingError as error:
    print(error)
