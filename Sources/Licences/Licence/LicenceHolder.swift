import Cases
import Codes

/// In whose name a licence is.
public struct LicenceHolder: Sendable, Hashable {
    /// Person or entity.
    public let kind: Applicant.Kind
    /// Name of the person or entity.
    public let name: String
    /// Identity number of a person, unified social credit code of an entity.
    public let code: String

    /// A holder.
    public init(kind: Applicant.Kind, name: String, code: String) {
        (self.kind, self.name, self.code) = (kind, name, code)
    }

    /// The holder of what is issued to an applicant.
    public init(_ applicant: Applicant) {
        self.init(kind: applicant.kind, name: applicant.name, code: applicant.code)
    }

    /// The name as strangers see it: a person's is masked, an entity's is public.
    public var maskedName: String { kind == .person ? Masking.name(name) : name }

    /// The code as it stands on papers: a person's is masked, an entity's is public.
    public var maskedCode: String { kind == .person ? Masking.identityNumber(code) : code }
}
