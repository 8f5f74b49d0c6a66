/// The names of a site.
public struct Site: Sendable {
    /// The site's name in masthead and titles.
    public var name: String
    /// The line under the name.
    public var motto: String
    /// The characters in the seal, at most four, read in two columns of two.
    public var seal: String
    /// The organ that runs the site.
    public var host: String
    /// The line at the foot: phone numbers, the site's identifier.
    public var imprint: String
    /// Links at the foot.
    public var footer: [Link]
    /// The pages that masthead and refusals lead to.
    public var paths: SitePaths
    /// Where visitors reach it, `https://…` without a slash at the end; empty when it is not known.
    public var address: String

    /// A site; the district of the demo unless said otherwise.
    public init(
        name: String = "端州区政务服务网", motto: String = "问一次，办到底", seal: String = "端州政务",
        host: String = "肇庆市端州区政务服务和数据管理局",
        imprint: String = "演示数据 · 咨询投诉 12345 · 网站标识码 4412020000", footer: [Link] = [],
        paths: SitePaths = SitePaths(), address: String = ""
    ) {
        self.name = name
        self.motto = motto
        self.seal = seal
        self.host = host
        self.imprint = imprint
        self.footer = footer
        self.paths = paths
        self.address = address
    }
}

/// The pages that masthead and refusals lead to; nil where an installation has none, and then nothing
/// leads there.
public struct SitePaths: Sendable {
    /// The sign-in page.
    public var signIn: String
    /// Where the sign-out form is posted to.
    public var signOut: String
    /// In-site messages.
    public var messages: String?
    /// The accessibility statement.
    public var accessibility: String?
    /// The account's own page, behind the name.
    public var account: String?
    /// Passwords, second factors and sessions of whoever is signed in; when there is such a page it stands behind the
    /// name.
    public var security: String?
    /// Where somebody proves once more who they are, before an act that needs it.
    public var confirmation: String
    /// Search; the masthead shows its box on every page but the home page.
    public var search: String?
    /// The desk of those who work here.
    public var desk: String

    /// The paths.
    public init(
        signIn: String = "/sign-in", signOut: String = "/sign-out", messages: String? = "/messages",
        accessibility: String? = "/accessibility", account: String? = nil, security: String? = nil,
        confirmation: String = "/account/confirmation", search: String? = nil, desk: String = "/desk"
    ) {
        self.signIn = signIn
        self.signOut = signOut
        self.messages = messages
        self.accessibility = accessibility
        self.account = account
        self.security = security
        self.confirmation = confirmation
        self.search = search
        self.desk = desk
    }
}
