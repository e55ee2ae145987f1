### Words about evidence that receipt and command line share, beside those in receipt.ftl.

receipt-time-trusted = { $time }, oplyst af brokeren. Set af en tidsstempeltjeneste { $seen }.
receipt-check-userinfo-token = Brokerens oplysninger hører til login
receipt-check-userinfo-token-holds = Underskrevet af brokeren om samme person
receipt-check-userinfo-token-unknown = Det kan ikke ses af beviset
receipt-check-transaction-token = Brokerens langtidsbevis
receipt-check-transaction-token-holds = Udstedt til denne godkendelse med et certifikat, som Tilslut kender
receipt-check-transaction-token-unknown = Certifikatet er ikke kendt
receipt-check-certificate-status = Certifikatet var gyldigt
receipt-check-certificate-status-holds = Udstederen har bekræftet, at det ikke var spærret
receipt-check-certificate-status-unknown = Ikke undersøgt
receipt-check-time-stamp = Tidsstempel
receipt-check-time-stamp-holds = En tidsstempeltjeneste har set beviset
receipt-check-time-stamp-unknown = Tidsstemplet beviser ikke tidspunktet
receipt-check-authority = Brokeren siger, at personen må repræsentere organisationen
receipt-check-authority-holds = Bekræftet af brokeren
receipt-check-authority-unknown = Ikke bekræftet af brokeren
