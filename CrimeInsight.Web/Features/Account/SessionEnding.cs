using CrimeInsight.Core.People;
using CrimeInsight.Web.Features.SignIn;

namespace CrimeInsight.Web.Features.Account;

/// <summary>Lists and ends a person's own sessions, and audits it.</summary>
public sealed class SessionEnding(ISignInSessionStore sessions, SessionDirectory directory, IAuditWriter audit)
{
    public Task<IReadOnlyList<SignInSession>> ListAsync(Viewer viewer, CancellationToken cancellationToken) =>
        sessions.ListAsync(viewer.PersonId, cancellationToken);

    public async Task EndAsync(Viewer viewer, Guid sessionId, CancellationToken cancellationToken)
    {
        if (!await sessions.EndAsync(viewer.PersonId, sessionId, cancellationToken))
            return;
        directory.Forget(sessionId);
        await audit.WriteAsync(AuditEntry.By(viewer, AuditActions.SessionEnded, $"session:{sessionId}"), cancellationToken);
    }

    public async Task EndAllAsync(Viewer viewer, CancellationToken cancellationToken)
    {
        await sessions.EndAllAsync(viewer.PersonId, null, cancellationToken);
        directory.ForgetPerson(viewer.PersonId);
        await audit.WriteAsync(AuditEntry.By(viewer, AuditActions.SignOutEverywhere), cancellationToken);
    }
}
