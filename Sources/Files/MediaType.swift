/// The formats that may be uploaded, each with one name for browsers and its endings.
public enum MediaType: String, Sendable, Codable, CaseIterable {
    case pdf = "application/pdf"
    case png = "image/png"
    case jpeg = "image/jpeg"
    case webp = "image/webp"
    /// 版式文档, GB/T 33190.
    case ofd = "application/ofd"
    case docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    case xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    /// Rows of data for an import; no material of a case.
    case csv = "text/csv"
    /// Plain text that is published beside something; no material of a case.
    case txt = "text/plain"

    /// What people may send with an application.
    public static let materials: [MediaType] = allCases.filter { $0 != .csv && $0 != .txt }

    /// The endings of a name that promise this format, in lower case.
    public var endings: Set<String> {
        switch self {
        case .pdf: ["pdf"]
        case .png: ["png"]
        case .jpeg: ["jpg", "jpeg"]
        case .webp: ["webp"]
        case .ofd: ["ofd"]
        case .docx: ["docx"]
        case .xlsx: ["xlsx"]
        case .csv: ["csv"]
        case .txt: ["txt"]
        }
    }

    /// What people call it.
    public var chinese: String {
        switch self {
        case .pdf: "PDF 文档"
        case .png: "PNG 图片"
        case .jpeg: "JPEG 图片"
        case .webp: "WebP 图片"
        case .ofd: "OFD 文档"
        case .docx: "Word 文档（docx）"
        case .xlsx: "Excel 表格（xlsx）"
        case .csv: "CSV 表格"
        case .txt: "纯文本"
        }
    }

    /// Whether a browser may show it in place instead of saving it.
    public var isShownInline: Bool {
        switch self {
        case .pdf, .png, .jpeg, .webp: true
        case .ofd, .docx, .xlsx, .csv, .txt: false
        }
    }
}
