import Refusals
import Web

/// A registration as it is typed.
struct ClientForm: Sendable {
    var name = ""
    var organ = ""
    var kind = ClientTerms.Kind.confidential.rawValue
    var redirectURIs = ""
    var logoutURIs = ""
    var backChannelURI = ""
    var scopes = [Scope.openid.rawValue, Scope.profile.rawValue]
    var sector = ""
    var algorithm = SigningAlgorithm.rs256.rawValue
    var extras: [String] = []
    var reason = ""

    init() {}

    /// What is registered now, to be changed.
    init(_ terms: ClientTerms) {
        name = terms.name
        organ = terms.organ
        kind = terms.kind.rawValue
        redirectURIs = terms.redirectURIs.joined(separator: "\n")
        logoutURIs = terms.logoutURIs.joined(separator: "\n")
        backChannelURI = terms.backChannelURI ?? ""
        scopes = terms.scopes.map(\.rawValue)
        sector = terms.sector
        algorithm = terms.algorithm.rawValue
        extras = terms.isFirstParty ? ["first_party"] : []
    }

    /// What was sent.
    init(_ form: FormData) {
        name = form["name"] ?? ""
        organ = form["organ"] ?? ""
        kind = form["kind"] ?? ""
        redirectURIs = form["redirect_uris"] ?? ""
        logoutURIs = form["logout_uris"] ?? ""
        backChannelURI = form["back_channel_uri"] ?? ""
        scopes = form.all("scopes")
        sector = form["sector"] ?? ""
        algorithm = form["algorithm"] ?? ""
        extras = form.all("extras")
        reason = form["reason"] ?? ""
    }

    /// - Throws: `invalid` for a choice that is none.
    func terms(organs: [Field.Option]) throws -> ClientTerms {
        guard let kind = ClientTerms.Kind(rawValue: kind) else {
            throw DomainError.invalid("kind", "请选择系统类型。")
        }
        guard let algorithm = SigningAlgorithm(rawValue: algorithm) else {
            throw DomainError.invalid("algorithm", "请选择签名算法。")
        }
        let redirects = Self.lines(redirectURIs)
        return ClientTerms(
            name: name, organ: organs.contains { $0.value == organ } ? organ : "", kind: kind,
            redirectURIs: redirects, logoutURIs: Self.lines(logoutURIs),
            backChannelURI: backChannelURI.isEmpty ? nil : backChannelURI,
            scopes: Scopes(scopes.compactMap(Scope.init(rawValue:))).all,
            sector: sector.isEmpty ? Self.host(redirects.first ?? "") : sector, algorithm: algorithm,
            isFirstParty: extras.contains("first_party"))
    }

    private static func lines(_ text: String) -> [String] {
        text.split(whereSeparator: \.isWhitespace).map(String.init)
    }

    private static func host(_ uri: String) -> String {
        let origin = ClientTerms.origin(of: uri)
        return origin.firstRange(of: "://").map { String(origin[$0.upperBound...]) } ?? origin
    }
}

extension ClientForm {
    func fields(organs: [Field.Option], errors: [FieldError]) -> [Field] {
        [
            Field("name", "系统名称", hint: "登录的人会看到，例如“端州区智慧停车”。", value: name),
            Field("organ", "负责的部门", .choice, value: organ, options: organs),
            Field(
                "kind", "系统类型", .choice, value: kind,
                options: ClientTerms.Kind.allCases.map { .init($0.rawValue, $0.chinese) }),
            Field(
                "redirect_uris", "登录后返回的地址", .longText, hint: "每行一个完整的 https 地址，必须与系统发来的一字不差。",
                value: redirectURIs),
            Field(
                "logout_uris", "退出后返回的地址", .longText, hint: "每行一个，可以不填。", isRequired: false, value: logoutURIs
            ),
            Field(
                "back_channel_uri", "接收退出通知的地址", hint: "有人在这里退出时通知这个地址，可以不填。", isRequired: false,
                value: backChannelURI),
            Field(
                "scopes", "可以使用的资料", .choices, values: scopes,
                options: Scope.allCases.map { .init($0.rawValue, $0.chinese) }),
            Field(
                "sector", "标识分区", hint: "同一分区的系统看到同一个人的同一个标识。留空表示按返回地址的主机名。",
                isRequired: false, value: sector),
            Field(
                "algorithm", "签名算法", .choice, value: algorithm,
                options: [.init("RS256", "RS256（所有系统都支持）"), .init("ES256", "ES256（更短更快）")]),
            Field(
                "extras", "另外", .choices, isRequired: false, values: extras,
                options: [.init("first_party", "本区自建系统，登录时不再征求同意")]),
            Field("reason", "原因", hint: "例如接入申请的文号。", value: reason),
        ].map { field in
            var field = field
            field.error = errors[field.name]
            return field
        }
    }
}
