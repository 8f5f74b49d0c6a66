import Government
import Refusals
import Storage
import WorkingTime

/// Who signs a bulletin (落款): the organ that the templates name, or whoever took up what it did when it ended. A draft goes
/// on whatever becomes of the organ; what is published names one that is there.
struct BulletinIssuer: Sendable, Hashable {
    /// What the templates name: the key of an organ.
    let key: String
    /// The organ of that key; nil where there never was one.
    let named: Organ?
    /// The living one that signs; nil where the named one ended and nobody took up what it did.
    let signing: Organ?

    /// Whether another signs than the templates name.
    var isInherited: Bool { signing?.key != named?.key }

    /// - Returns: nil where the templates name none.
    init?(_ key: String?, on day: CivilDate, in tx: Transaction) throws {
        guard let key else { return nil }
        let lineage = OrganLineage(try Directory.everyOrgan(in: tx))
        (self.key, named) = (key, lineage.line(of: key).first)
        signing = lineage.answering(for: key, on: day)
    }

    /// - Throws: `conflict` where nobody is there to sign.
    func required() throws -> Organ {
        if let signing { return signing }
        guard let named else {
            throw DomainError.conflict("没有代号是 \(key) 的部门，不能落款。请先在通报模板里改落款部门（issuer），再公布。")
        }
        throw DomainError.conflict("落款的\(named.name)已经撤销，没有承接的部门。请先在通报模板里改落款部门（issuer），再公布。")
    }
}
