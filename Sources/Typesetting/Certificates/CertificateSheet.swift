/// One line of a certificate: what it is, and what it says.
public struct CertificateField: Sendable, Hashable {
    /// What the value is, for example `统一社会信用代码`.
    public let label: String
    /// What the certificate says.
    public let value: String

    /// A line of a certificate.
    public init(_ label: String, _ value: String) {
        self.label = label
        self.value = value
    }
}

/// An electronic licence (电子证照, GB/T 36905) as a landscape A4 page: ornamental frame, title, fields,
/// issuing organ with seal and date, licence identifier, and a code by which anyone can check it.
public struct CertificateSheet: Sendable, Hashable {
    /// The kind of licence: `食品经营许可证`.
    public var title: String
    /// The lines of the certificate, in order.
    public var fields: [CertificateField]
    /// The licence identifier of GB/T 36904, in full.
    public var identifier: String
    /// The full name of the issuing organ, which also stands on its seal.
    public var issuer: String
    /// The date of issue as it is read: `2026年11月21日`.
    public var issuedOn: String
    /// How the licence is checked.
    public var verification: Verification
    /// A remark at the foot: `演示数据 不具法律效力`.
    public var remark: String?

    /// A certificate; every part is printed as it is given, control characters dropped.
    public init(
        title: String, fields: [CertificateField], identifier: String, issuer: String, issuedOn: String,
        verification: Verification, remark: String? = nil
    ) {
        self.title = title
        self.fields = fields
        self.identifier = identifier
        self.issuer = issuer
        self.issuedOn = issuedOn
        self.verification = verification
        self.remark = remark
    }

    /// The drawn page. Throws ``TypesettingError/doesNotFit(_:)`` when the fields do not fit even in the
    /// smallest size, and ``TypesettingError/codeTooLong(bytes:)``.
    public func sheet() throws(TypesettingError) -> Sheet {
        let table = FieldTable(
            fields: fields, origin: Point(x: 38, y: 51), width: 221, labelWidth: 48, height: 84)
        var marks = CertificateFrame.marks
        marks.append(.text(heading))
        marks += try table.marks()
        marks += try verification.marks(at: Point(x: 38, y: 143), edge: 32)
        marks += signature
        marks += foot
        return Sheet(title: title, author: issuer, orientation: .landscape, marks: marks)
    }
}
