/// A piece of a notice's text.
public enum NoticePassage: Sendable, Hashable {
    /// A paragraph, its first line standing in by two characters.
    case paragraph(String)
    /// A paragraph in 黑体, for what the reader must not miss: `一、需要补正的材料`.
    case heading(String)
    /// Numbered items: `1. …`, `2. …`.
    case list([String])
}

/// A document of an administrative procedure (行政许可文书), as a portrait A4 page after the grid of
/// GB/T 9704-2012: 受理通知书, 补正告知书, 准予行政许可决定书, 不予行政许可决定书 …
///
/// The sheet sets words; which words the law demands (行政许可法 arts. 32, 38, 44) is decided by who
/// writes the notice.
public struct NoticeSheet: Sendable, Hashable {
    /// What kind of document it is: `行政许可受理通知书`.
    public var title: String
    /// The document's number: `端市监许受〔2026〕15号`.
    public var number: String
    /// To whom it is addressed, without the colon.
    public var addressee: String
    /// The text.
    public var passages: [NoticePassage]
    /// How the decision can be challenged (行政许可法 art. 38); the last paragraph when there is one.
    public var remedies: String?
    /// The full name of the organ, above the title, below the text and on the seal.
    public var organ: String
    /// The date as it is read: `2026年11月21日`.
    public var date: String
    /// What the seal is for, on the seal itself: `行政许可专用章` (行政许可法 art. 32).
    public var sealPurpose: String?
    /// How the document is checked.
    public var verification: Verification
    /// A remark at the foot of each page: `演示数据 不具法律效力`.
    public var remark: String?
    /// Signatures drawn by hand, before organ and date.
    public var drawings: [NoticeDrawing] = []
    /// Whether the organ's seal stands on it.
    public var isSealed = true

    /// A notice; every part is printed as it is given, control characters dropped.
    public init(
        title: String, number: String, addressee: String, passages: [NoticePassage], remedies: String? = nil,
        organ: String, date: String, sealPurpose: String? = nil, verification: Verification,
        remark: String? = nil
    ) {
        self.title = title
        self.number = number
        self.addressee = addressee
        self.passages = passages
        self.remedies = remedies
        self.organ = organ
        self.date = date
        self.sealPurpose = sealPurpose
        self.verification = verification
        self.remark = remark
    }

    /// The drawn pages, as many as the text needs.
    /// Throws ``TypesettingError/codeTooLong(bytes:)``.
    public func sheet() throws(TypesettingError) -> Sheet {
        var flow = NoticeFlow(remark: remark)
        flow.place(head)
        flow.place(body)
        for drawing in drawings {
            flow.reserve(lines: NoticeDrawing.lines)
            flow.marks += drawing.marks(top: flow.top)
            flow.skip(lines: NoticeDrawing.lines)
        }
        flow.reserve(lines: NoticeSignature.lines)
        flow.marks += try NoticeSignature(of: self).marks(top: flow.top)
        return Sheet(title: title, author: organ, marks: flow.finished())
    }
}
