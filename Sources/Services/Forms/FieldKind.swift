/// What sort of answer a question takes; the API shows the same words.
public enum FieldKind: String, Codable, Sendable, CaseIterable {
    /// One line of words.
    case text
    /// Several lines of words.
    case longText = "long_text"
    /// A whole number.
    case integer
    /// A number.
    case number
    /// An amount in yuan (元) with at most two decimals.
    case money
    /// A calendar day.
    case date
    /// Yes or no.
    case boolean
    /// A mobile number, or a fixed line with its area code.
    case phone
    /// An e-mail address.
    case email
    /// 公民身份号码, GB 11643.
    case identityNumber = "identity_number"
    /// 统一社会信用代码, GB 32100.
    case creditCode = "credit_code"
    /// 行政区划, GB/T 2260: a street of the district, or the district itself.
    case division
    /// A postal address in one line.
    case address
    /// One of the options.
    case choice
    /// Any number of the options.
    case choices
    /// The id of an uploaded file.
    case file
    /// Rows of answers to the same columns: a group of questions that is answered any number of times.
    case table
    /// 银行账号.
    case bankAccount = "bank_account"
    /// A signature: the name of whoever applies, typed by themselves.
    case signature
    /// A place on the map: longitude and latitude in degrees (WGS 84), for example `112.472100,23.051500`.
    case mapPoint = "map_point"
    /// A county, city or province of the whole country: its six digits (GB/T 2260).
    case region

    /// How many characters a written answer may have when the field says nothing else.
    public var defaultMaxLength: Int {
        self == .longText ? 2000 : 200
    }

    /// Whether the answer is picked from options that the question itself lists.
    public var isPickedFromOwnOptions: Bool {
        self == .choice || self == .choices
    }

    /// Whether such an answer can be worked out from others instead of being asked for.
    public var canBeCalculated: Bool {
        [.text, .integer, .number, .money, .date, .boolean].contains(self)
    }

    /// Whether such a question can be a column of a repeating group.
    public var canBeColumn: Bool {
        ![.table, .file, .signature, .mapPoint, .region].contains(self)
    }

    /// What people call it.
    public var chinese: String {
        switch self {
        case .text: "一行文字"
        case .longText: "多行文字"
        case .integer: "整数"
        case .number: "数字"
        case .money: "金额"
        case .date: "日期"
        case .boolean: "是否"
        case .phone: "电话号码"
        case .email: "电子邮箱"
        case .identityNumber: "身份证号码"
        case .creditCode: "统一社会信用代码"
        case .division: "行政区划"
        case .address: "地址"
        case .choice: "单选"
        case .choices: "多选"
        case .file: "上传文件"
        case .table: "可增减的多行"
        case .bankAccount: "银行账号"
        case .signature: "签名"
        case .mapPoint: "地图上的位置"
        case .region: "全国行政区划（省、市、县）"
        }
    }
}

extension Set<FieldKind> {
    /// The kinds of answers that are hidden from staff until they say what they need them for
    /// (个人信息保护法 art. 6).
    public static let personal: Set<FieldKind> = [.identityNumber, .phone, .address, .bankAccount]
}
