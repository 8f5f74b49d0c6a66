import Government
import Refusals
import Storage
import WorkingTime

/// Who signs a bulletin (落款): the organ that the templates name, or whoever took up what it did when it ended. A draft goes
/// on whatever becomes of the organ; what is published names one that is there.
struct BulletinIssuer: Sendable, Hashable {
    /// The one that the templates name.
    let named: Organ
    /// The living one that signs; nil where the named one ended and nobody took up what it did.
    let signing: Organ?

    /// Whether another signs than the templates name.
    var isInherited: Bool { signing?.key != named.key }

    /// - Returns: nil where the templates name no organ, or one that never was.
    init?(_ key: String?, on day: CivilDate, in tx: Transaction) throws {
        let organs = Dictionary(try Directory.everyOrgan(in: tx).map { ($0.key, $0) }) { first, _ in first }
        guard let named = key.flatMap({ organs[$0] }) else { return nil }
        self.named = named
        signing = Self.living(named, on: day, among: organs)
    }

    private static func living(_ organ: Organ, on day: CivilDate, among organs: [String: Organ]) -> Organ? {
        var organ = organ
        // A chain has no more links than there are organs.
        for _ in organs {
            guard let end = organ.validUntil, end < day else { return organ }
            guard let next = organ.successor.flatMap({ organs[$0] }) else { return nil }
            organ = next
        }
        return nil
    }

    /// - Throws: `conflict` where nobody is there to sign.
    func required() throws -> Organ {
        guard let signing else {
            throw DomainError.conflict("落款的\(named.name)已经撤销，没有承接的部门。请先在通报模板里改落款部门（issuer），再公布。")
        }
        return signing
    }
}
