import HTTPTypes
import Identity
import Refusals
import Web

extension SourcePages {
    /// What stands in the way is said on the page.
    func refusing(
        _ request: WebRequest, _ officer: OfficerContext, _ act: (Int64) async throws -> WebResponse
    ) async throws -> WebResponse {
        do { return try await act(try request.id("没有这个目录来源，可能链接不完整。")) } catch DomainError.conflict(
            let sentence)
        {
            return try await show(request, officer, refusal: sentence, status: .conflict)
        } catch DomainError.invalid(let errors) {
            return try await show(
                request, officer, refusal: errors[0].sentence, status: .unprocessableContent)
        }
    }
}
