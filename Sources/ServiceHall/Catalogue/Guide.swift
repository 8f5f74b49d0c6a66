import BusinessProcess
import Cases
import Government
import Services
import Web

/// Everything the guide of one service shows to one visitor.
struct Guide: Sendable {
    let service: PublicService
    let organs: [String: Organ]
    /// The services a joint service is made of, in order.
    let children: [PublicService]
    /// The process new cases begin on.
    let process: ProcessDefinition?
    let start: GuideStart
    /// Where a time in the hall is booked; nil where there is no such page.
    var booking: String?

    var item: ServiceItem { service.item }

    /// The name of an organ in words.
    func organName(_ key: String) -> String { organs[key]?.name ?? key }

    /// What the applicant hands in, what must be there first.
    var asked: [Material] {
        item.askedMaterials.filter(\.isRequired) + item.askedMaterials.filter { !$0.isRequired }
    }

    /// What the government looks up or makes itself (免提交).
    var waived: [(material: Material, waiver: Waiver)] {
        item.materials.compactMap { material in material.waivedBy.map { (material, $0) } }
    }
}

/// How this visitor begins to apply.
enum GuideStart: Sendable {
    /// By signing in first.
    case signIn
    /// In the name of one of these.
    case apply(as: [Applicant], CSRFToken)
    /// For the person at the counter.
    case counter
    /// Not with this account.
    case none
}
