"""What cannot be read is an exception and changes nothing; what can be read and is wrong is a finding."""

import birthcase

yiwu = birthcase.Profile.built_in("yiwu")
try:
    birthcase.Application.parse(yiwu, '{"mother": {"nmae": "李䶮"}}')
except birthcase.InputError as error:
    print(type(error).__name__, error.kind, error.path, error.line, error.column)
    print(error)

application = birthcase.Application.parse(yiwu, '{"newborns": [{"weight_g": 3.25}]}')
for finding in application.findings(language="en"):
    print(finding.severity, finding.code, finding.path, finding.message)
