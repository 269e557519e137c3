<SUBMISSION>
<ACCESSION-NUMBER>0009955501-24-000012
<TYPE>4
<PUBLIC-DOCUMENT-COUNT>1
<PERIOD>20240305
<FILING-DATE>20240307
<DATE-OF-FILING-DATE-CHANGE>20240307
<REPORTING-OWNER>
<OWNER-DATA>
<CONFORMED-NAME>Ferrand Odile M
<CIK>0009911001
<ORGANIZATION-NAME>
</OWNER-DATA>
<FILING-VALUES>
<FORM-TYPE>4
<ACT>34
<FILE-NUMBER>001-99001
<FILM-NUMBER>24999001
</FILING-VALUES>
<MAIL-ADDRESS>
<STREET1>400 FERRY ROAD
<CITY>ELMSWICK
<STATE>NJ
<ZIP>07999
</MAIL-ADDRESS>
<FORMER-NAME>
<FORMER-CONFORMED-NAME>Ferrand-Moss Odile
<DATE-CHANGED>20150302
</FORMER-NAME>
</REPORTING-OWNER>
<ISSUER>
<COMPANY-DATA>
<CONFORMED-NAME>Quillmark Instruments, Inc.
<CIK>0009900101
<ASSIGNED-SIC>3827
<ORGANIZATION-NAME>08 Industrial & Other
<IRS-NUMBER>990000101
<STATE-OF-INCORPORATION>DE
<FISCAL-YEAR-END>1231
</COMPANY-DATA>
<BUSINESS-ADDRESS>
<STREET1>400 FERRY ROAD
<STREET2>BUILDING 2
<CITY>ELMSWICK
<STATE>NJ
<ZIP>07999
<PHONE>555-555-0100
</BUSINESS-ADDRESS>
<FORMER-COMPANY>
<FORMER-CONFORMED-NAME>QUILLMARK OPTICAL CORP
<DATE-CHANGED>20110509
</FORMER-COMPANY>
</ISSUER>
<DOCUMENT>
<TYPE>4
<SEQUENCE>1
<FILENAME>form4.xml
<DESCRIPTION>PRIMARY DOCUMENT
<TEXT>
<XML>
<?xml version="1.0"?>
<ownershipDocument>

    <schemaVersion>X0508</schemaVersion>

    <documentType>4</documentType>

    <periodOfReport>2024-03-05</periodOfReport>

    <issuer>
        <issuerCik>0009900101</issuerCik>
        <issuerName>Quillmark Instruments, Inc.</issuerName>
        <issuerTradingSymbol>QLMK</issuerTradingSymbol>
    </issuer>

    <reportingOwner>
        <reportingOwnerId>
            <rptOwnerCik>0009911001</rptOwnerCik>
            <rptOwnerName>Ferrand Odile M</rptOwnerName>
        </reportingOwnerId>
        <reportingOwnerAddress>
            <rptOwnerStreet1>C/O QUILLMARK INSTRUMENTS, INC.</rptOwnerStreet1>
            <rptOwnerStreet2>400 FERRY ROAD</rptOwnerStreet2>
            <rptOwnerCity>ELMSWICK</rptOwnerCity>
            <rptOwnerState>NJ</rptOwnerState>
            <rptOwnerZipCode>07999</rptOwnerZipCode>
            <rptOwnerStateDescription></rptOwnerStateDescription>
        </reportingOwnerAddress>
        <reportingOwnerRelationship>
            <isDirector>0</isDirector>
            <isOfficer>1</isOfficer>
            <isTenPercentOwner>0</isTenPercentOwner>
            <isOther>0</isOther>
            <officerTitle>Chief Financial Officer</officerTitle>
        </reportingOwnerRelationship>
    </reportingOwner>

    <aff10b5One>0</aff10b5One>

    <nonDerivativeTable>
        <nonDerivativeTransaction>
            <securityTitle>
                <value>Common Stock</value>
            </securityTitle>
            <transactionDate>
                <value>2024-03-05</value>
            </transactionDate>
            <transactionCoding>
                <transactionFormType>4</transactionFormType>
                <transactionCode>S</transactionCode>
                <equitySwapInvolved>0</equitySwapInvolved>
            </transactionCoding>
            <transactionAmounts>
                <transactionShares>
                    <value>1000</value>
                </transactionShares>
                <transactionPricePerShare>
                    <value>42.10</value>
                    <footnoteId id="F1"/>
                </transactionPricePerShare>
                <transactionAcquiredDisposedCode>
                    <value>D</value>
                </transactionAcquiredDisposedCode>
            </transactionAmounts>
            <postTransactionAmounts>
                <sharesOwnedFollowingTransaction>
                    <value>9000</value>
                </sharesOwnedFollowingTransaction>
            </postTransactionAmounts>
            <ownershipNature>
                <directOrIndirectOwnership>
                    <value>D</value>
                </directOrIndirectOwnership>
            </ownershipNature>
        </nonDerivativeTransaction>
    </nonDerivativeTable>

    <footnotes>
        <footnote id="F1">A weighted average price.</footnote>
    </footnotes>

    <ownerSignature>
        <signatureName>/s/ Odile M. Ferrand</signatureName>
        <signatureDate>2024-03-07</signatureDate>
    </ownerSignature>
</ownershipDocument>
</XML>
</TEXT>
</DOCUMENT>
</SUBMISSION>
