/// Something the list names by a word of its own.
public protocol ListWord: RawRepresentable<String>, Codable, Sendable, CaseIterable, Hashable {
    /// The word people read, as it stands in the list.
    var chinese: String { get }
}

extension ListWord {
    /// The case of this word; nil for another word.
    public init?(chinese: String) {
        guard let found = Self.allCases.first(where: { $0.chinese == chinese }) else { return nil }
        self = found
    }
}

/// 办件类型.
public enum HandlingKind: String, ListWord {
    /// Decided while the applicant waits.
    case onTheSpot = "on_the_spot"
    /// Decided within the promised limit.
    case promised

    /// 即办件, 承诺件.
    public var chinese: String {
        switch self {
        case .onTheSpot: "即办件"
        case .promised: "承诺件"
        }
    }
}

/// 办理形式.
public enum HandlingForm: String, ListWord {
    /// At a window.
    case window
    /// On the internet.
    case online
    /// By express delivery.
    case express

    /// 窗口办理, 网上办理, 快递申请.
    public var chinese: String {
        switch self {
        case .window: "窗口办理"
        case .online: "网上办理"
        case .express: "快递申请"
        }
    }
}

/// 通办范围: from where it can be asked for without travelling home.
public enum HandlingArea: String, ListWord {
    /// Anywhere in the country.
    case country
    /// From other provinces.
    case province
    /// From other cities of the province.
    case city
    /// From other districts of the city.
    case district
    /// Only here.
    case local

    /// 全国, 跨省, 跨市, 跨县, 本地.
    public var chinese: String {
        switch self {
        case .country: "全国"
        case .province: "跨省"
        case .city: "跨市"
        case .district: "跨县"
        case .local: "本地"
        }
    }
}

/// 权力来源.
public enum PowerSource: String, ListWord {
    /// A law gives it to organs of this level.
    case law
    /// A law or regulation authorises an organisation.
    case authorised
    /// Another organ has entrusted it.
    case entrusted
    /// A higher organ has handed it down.
    case delegated

    /// 法定本级行使, 法律法规授权, 委托, 上级下放.
    public var chinese: String {
        switch self {
        case .law: "法定本级行使"
        case .authorised: "法律法规授权"
        case .entrusted: "委托"
        case .delegated: "上级下放"
        }
    }
}

/// 实施主体性质.
public enum OrganNature: String, ListWord {
    /// An organ of the state.
    case statutory
    /// An organisation that a law authorises.
    case authorised
    /// An organisation that an organ has entrusted.
    case entrusted

    /// 法定机关, 授权组织, 受委托组织.
    public var chinese: String {
        switch self {
        case .statutory: "法定机关"
        case .authorised: "授权组织"
        case .entrusted: "受委托组织"
        }
    }
}
