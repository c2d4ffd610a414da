using CrimeInsight.Core.People;

namespace CrimeInsight.Core.Import;

/// <summary>Port: imports files of incidents, each as one batch, all of it or nothing.</summary>
public interface IIncidentImporter
{
    /// <summary>
    /// On whose behalf somebody at the server imports who names no person: the first administrator of the whole country, never
    /// a demo account. When there is none, an account without a password is made, with which nobody can sign in.
    /// </summary>
    Task<Viewer> EnsureAdministratorAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Imports one file and leaves a row in the audit trail. Cancelled, failed or killed at any moment, it leaves all of the
    /// batch or nothing.
    /// </summary>
    /// <exception cref="ImportRefusedException">The file or its mapping is unusable as a whole.</exception>
    /// <exception cref="UnauthorizedAccessException">The viewer is not an administrator.</exception>
    Task<ImportReport> ImportAsync(ImportRequest request, Viewer viewer, IProgress<ImportProgress>? progress, CancellationToken cancellationToken);
}
