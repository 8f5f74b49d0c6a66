import Refusals

/// A site of the group: the district portal or one of its sub-sites. They share identity, search, foot and layout.
struct ContentSite: Sendable, Hashable {
    /// The colours of the house a site may wear; all of them keep the contrast of the style sheet.
    enum Accent: String, Sendable, CaseIterable {
        case blue, green, red

        /// The word people read.
        var chinese: String {
            switch self {
            case .blue: "蓝"
            case .green: "绿"
            case .red: "红"
            }
        }
    }

    /// Ours, time-ordered.
    let id: Int64
    /// Its name in addresses.
    let code: String
    /// Its name.
    let name: String
    /// The line under the name.
    let motto: String
    /// Key of the organ that runs it.
    let organ: String
    /// Its colour.
    let accent: Accent
    /// A host whose root is its home; nil for none.
    let host: String?
    /// Whether it is the district portal, whose home is the home of the house.
    let isPortal: Bool
}

/// 栏目: what is published together.
struct Column: Sendable, Hashable {
    /// Ours, time-ordered.
    let id: Int64
    /// The site it is part of.
    let siteID: Int64
    /// Its name in addresses.
    let code: String
    /// Its name.
    let name: String
    /// What is found here, in a line.
    let intro: String
    /// What begins here.
    let kind: DocumentKind
    /// Within how many days something new is expected (国办秘函〔2019〕19号); nil for none.
    let updateDays: Int?
    /// Its place among the columns.
    let position: Int
}

/// What is asked for to make a site.
struct SiteDraft: Sendable, Hashable {
    var code: String
    var name: String
    var motto: String
    var organ: String
    var accent: ContentSite.Accent
    var host: String?
    /// What it begins with; nil for a site without columns yet.
    var template: SiteTemplate?

    /// - Throws: `invalid` with everything that is wrong.
    func check() throws {
        var errors: [FieldError] = []
        if code.wholeMatch(of: /[a-z][a-z0-9-]{1,29}/) == nil {
            errors.append(FieldError("code", "网址代码用小写字母、数字和连字符，以字母开头，2 到 30 个字符。"))
        }
        if name.isEmpty || name.count > 40 { errors.append(FieldError("name", "请写站点名称，最多 40 字。")) }
        if motto.count > 60 { errors.append(FieldError("motto", "副标题最多 60 字。")) }
        if let host,
            host.wholeMatch(of: /[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+/) == nil
                || host.count > 253
        {
            errors.append(FieldError("host", "域名请写成 news.example.gov.cn 的样子，不带 http:// 和端口。"))
        }
        guard errors.isEmpty else { throw DomainError.invalid(errors) }
    }
}

/// What is asked for to make a column.
struct ColumnDraft: Sendable, Hashable, Decodable {
    var code: String
    var name: String
    var intro: String
    var kind: DocumentKind
    var updateDays: Int?

    /// Addresses of a site that are no columns.
    private static let taken: Set<String> = ["atom", "sitemap", "search"]

    /// - Throws: `invalid` with everything that is wrong.
    func check() throws {
        var errors: [FieldError] = []
        if code.wholeMatch(of: /[a-z][a-z0-9-]{1,29}/) == nil || Self.taken.contains(code) {
            errors.append(FieldError("code", "网址代码用小写字母、数字和连字符，以字母开头，2 到 30 个字符。"))
        }
        if name.isEmpty || name.count > 30 { errors.append(FieldError("name", "请写栏目名称，最多 30 字。")) }
        if intro.count > 200 { errors.append(FieldError("intro", "说明最多 200 字。")) }
        if let updateDays, !(1...3_660).contains(updateDays) {
            errors.append(FieldError("update", "更新周期请写 1 到 3660 天。"))
        }
        guard errors.isEmpty else { throw DomainError.invalid(errors) }
    }
}
