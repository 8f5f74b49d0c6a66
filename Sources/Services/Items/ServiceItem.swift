import Cases
import Codes
import Government

/// One thing a person or an enterprise can ask the district for, as the guide tells it.
///
/// The content of one file in `Resources/Items`, in the vocabulary of CPSV-AP 3:
///
/// | file key | CPSV-AP |
/// |---|---|
/// | `slug`, computed item code | `dct:identifier` of `cpsv:PublicService` |
/// | `name`, `description`, `keywords` | `dct:title`, `dct:description`, `dcat:keyword` |
/// | `organ`, `co_organs` | `cv:hasCompetentAuthority`, `cv:hasParticipation` |
/// | `audiences`, `life_events` | `dct:audience`, `cv:isGroupedBy` (`cv:LifeEvent`, `cv:BusinessEvent`) |
/// | `conditions` | `cpsv:hasInputCondition` (`cccev:Requirement`) |
/// | `materials` | `cpsv:hasInput` (`cccev:Evidence`) |
/// | `output` | `cpsv:produces` (`cpsv:Output`) |
/// | `fee` | `cv:hasCost` |
/// | `legal_basis` | `cv:hasLegalResource` (`eli:LegalResource`) |
/// | `limits.promised` | `cv:processingTime` |
/// | `process`, `steps` | `cpsv:follows` (`cpsv:Rule`) |
/// | `counter` | `cv:hasContactPoint`, `cv:hasChannel` |
/// | `children` | `dct:hasPart` of a joint service (一件事) |
public struct ServiceItem: Codable, Sendable, Hashable {
    /// The name in addresses and files, for example `food-business-licence`.
    public var slug: String
    /// The 12-digit 基本编码, GB/T 39554.1; a joint service has none.
    public var basicCode: String?
    /// 行使层级: 4 for the district.
    public var level: Int
    /// The code of a joint service, which no organ's code begins.
    public var jointCode: String?
    /// Where the item stands in lists, from 0.
    public var position: Int
    /// Whether the text is 演示数据, which every page then says.
    public var demo: Bool
    /// The item's name.
    public var name: String
    /// One plain sentence for lists and search results.
    public var summary: String
    /// What the applicant gets and when it is needed, in plain words.
    public var description: String
    /// The key of the organ that decides, as in `Government`.
    public var organ: String
    /// The organs that give an opinion before the decision, in order.
    public var coOrgans: [String]
    /// Who may ask for it.
    public var audiences: [Audience]
    /// The life events it belongs to, keys of `life-events.yaml`.
    public var lifeEvents: [String]
    /// Other words people search for it with.
    public var keywords: [String]
    /// The id of the process definition it runs on.
    public var process: String
    /// The slugs of the items a joint service is made of, the first one leading.
    public var children: [String]
    /// What must be true of the applicant or the matter.
    public var conditions: [String]
    /// What the applicant hands in, and what the government looks up itself.
    public var materials: [Material]
    /// The questions, a group to a page.
    public var pages: [FormPage]
    /// How long it may take.
    public var limits: Limits
    /// What happens, with the share of the promised limit each step has.
    public var steps: [Step]
    /// What it costs.
    public var fee: Fee
    /// The laws it rests on.
    public var legalBasis: [LegalBasis]
    /// What comes out of it.
    public var output: Output
    /// Where to turn against the decision.
    public var remedies: Remedies
    /// Where to go or call instead of applying online.
    public var counter: Counter
    /// How sure the house must be of who applies online; a name that matches the register when nothing is said.
    public var assurance: Assurance?
    /// Who may apply online in another person's name (代亲友办事); anybody with their consent when nothing is said.
    public var proxy: ProxyRule?
    /// How often the applicant must appear in person (到办事现场次数).
    public var visits: Int
    /// What people ask most.
    public var questions: [Question]
    /// On which terms secondary materials may come later (容缺受理); nil where they may not.
    public var deferral: DeferralTerms?
    /// What an applicant may promise instead of proving it (告知承诺); nil where nothing.
    public var commitment: CommitmentTerms?
    /// How the items of a joint service belong together; nil for a single item, and where the drawing says it by hand.
    public var joint: JointDesign?
    /// What else the national list says of it; nil where nothing has been entered.
    public var elements: ItemElements?
    /// The type in the words of the district's table; nil where nobody has looked it up. No part of the body.
    public internal(set) var typeInTable: String?

    enum CodingKeys: String, CodingKey {
        case slug, level, position, demo, name, summary, description, organ, audiences, keywords, process
        case children, conditions, materials, pages, limits, steps, fee, output, remedies, counter, visits
        case questions, assurance, proxy, elements, deferral, commitment, joint
        case basicCode = "basic_code"
        case jointCode = "joint_code"
        case coOrgans = "co_organs"
        case lifeEvents = "life_events"
        case legalBasis = "legal_basis"
    }
}

extension ServiceItem {
    /// Whether this is a joint service (一件事): one form, one intake, one child case for each item.
    public var isJoint: Bool { !children.isEmpty }

    /// Every question, in the order of the pages.
    public var fields: [FormField] { pages.flatMap(\.fields) }

    /// The question with this name.
    public func field(_ name: String) -> FormField? { fields.first { $0.name == name } }

    /// What this applicant is really asked to hand in; what the government holds is not asked for.
    public var askedMaterials: [Material] { materials.filter { $0.waivedBy == nil } }

    /// The item code: the organ's 18-character credit code, the level and the basic code (31 characters,
    /// GB/T 39554.1), or a joint service's own code.
    public func code(organCode: String) -> String {
        jointCode ?? organCode + String(level) + (basicCode ?? "")
    }

    /// The two digits of the type of item (事项类型) in the 基本编码; a joint service has none.
    public var typeCode: String? { basicCode.map { String($0.dropFirst(2).prefix(2)) } }

    /// The type in words, for example 行政许可; a joint service is 一件事.
    public var typeName: String { typeInTable ?? typeCode.flatMap { ItemCode.types[$0] } ?? "一件事" }
}

/// Whom an item serves (服务对象).
public enum Audience: String, Codable, Sendable, CaseIterable {
    /// 自然人.
    case person
    /// 法人、个体工商户和其他组织.
    case enterprise

    /// The word a person reads.
    public var chinese: String {
        switch self {
        case .person: "个人"
        case .enterprise: "企业和组织"
        }
    }
}
