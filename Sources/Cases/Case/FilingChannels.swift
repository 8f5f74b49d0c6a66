/// The ways in which somebody of the government takes down what others say (来信、来访、来电).
extension FilingRecord {
    /// A letter.
    public static let letter = "letter"
    /// A visit.
    public static let visit = "visit"
    /// A call.
    public static let call = "call"

    /// The channels on which an official filed for somebody else.
    static let assisted: Set = [counter, letter, visit, call]
}
