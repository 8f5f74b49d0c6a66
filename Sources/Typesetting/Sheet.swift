/// A document as a list of marks on A4 paper: a value that can be compared, tested and set in PDF.
///
/// Every measure is in millimetres from the upper left corner of the page; type sizes are in points.
public struct Sheet: Sendable, Hashable {
    /// The title in the document's properties, which a reader's window shows.
    public var title: String
    /// Who issues the document, in its properties.
    public var author: String
    /// Which way the paper lies.
    public var orientation: Orientation
    /// What is drawn, in order: later marks lie on earlier ones.
    public var marks: [Mark]

    /// A sheet of these marks, upright unless said otherwise.
    public init(
        title: String, author: String, orientation: Orientation = .portrait, marks: [Mark] = []
    ) {
        self.title = title
        self.author = author
        self.orientation = orientation
        self.marks = marks
    }
}

/// Which way an A4 page lies.
public enum Orientation: Sendable, Hashable {
    /// 210 mm wide, 297 mm high.
    case portrait
    /// 297 mm wide, 210 mm high.
    case landscape

    /// The width of the page in millimetres.
    public var width: Double { self == .portrait ? 210 : 297 }
    /// The height of the page in millimetres.
    public var height: Double { self == .portrait ? 297 : 210 }
}

/// One thing on the paper.
public enum Mark: Sendable, Hashable {
    /// Words, wrapped in their width.
    case text(TextBlock)
    /// A stroke through points.
    case stroke(Stroke)
    /// A rectangle, filled or framed.
    case box(Box)
    /// A QR code.
    case code(QRMark)
    /// The red round seal of an organ.
    case seal(Seal)
    /// A picture.
    case picture(PictureMark)
    /// What follows stands on the next page.
    case pageBreak
}
