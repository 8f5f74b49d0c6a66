/// What comes out: a licence, an approval, a registration.
public struct LicenceTemplate: Codable, Sendable, Hashable {
    /// Its name.
    public let name: String
    /// The 21-character licence type code of GB/T 36904 (18 of the defining body, 3 of the type).
    public let typeCode: String
    /// `nil`: valid without an end date.
    public let validityMonths: Int?
    /// Answers of the form that are printed on it, under these labels.
    public let printed: [PrintedAnswer]

    /// A template.
    public init(name: String, typeCode: String, validityMonths: Int?, printed: [PrintedAnswer] = []) {
        self.name = name
        self.typeCode = typeCode
        self.validityMonths = validityMonths
        self.printed = printed
    }

    /// One answer of the form that appears on the licence.
    public struct PrintedAnswer: Codable, Sendable, Hashable {
        /// What stands before the answer.
        public let label: String
        /// Name of the form field.
        public let field: String
        /// The words of picked options, by stored value; empty for answers that are words already.
        public let options: [String: String]

        /// An answer under a label.
        public init(label: String, field: String, options: [String: String] = [:]) {
            self.label = label
            self.field = field
            self.options = options
        }
    }
}
