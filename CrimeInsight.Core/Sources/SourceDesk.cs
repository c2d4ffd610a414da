using CrimeInsight.Core.Import;
using CrimeInsight.Core.People;

namespace CrimeInsight.Core.Sources;

/// <summary>What administrators do with sources.</summary>
public sealed class SourceDesk(ISourceStore store, SourceFiles files, ISourceSecrets secrets, SourceTrials trials, SourceSignal signal, TimeProvider time)
{
    public Task<IReadOnlyList<Source>> ListAsync(Viewer viewer, CancellationToken cancellationToken) => store.ListAsync(viewer, cancellationToken);

    public Task<Source?> FindAsync(Viewer viewer, Guid id, CancellationToken cancellationToken) => store.FindAsync(viewer, id, cancellationToken);

    public Task<IReadOnlyList<SourceRun>> RunsAsync(Viewer viewer, Guid id, int most, CancellationToken cancellationToken) =>
        store.RunsAsync(viewer, id, most, cancellationToken);

    /// <summary>Adds a source, or changes one.</summary>
    /// <param name="known">As it is; null: a new one.</param>
    /// <param name="secret">A new password or token; null: the one there is, unless it would go to another address.</param>
    /// <exception cref="SourceException"/>
    public async Task SaveAsync(Viewer viewer, Source? known, SourceEdit edit, string? secret, CancellationToken cancellationToken)
    {
        Judge(edit);
        var hidden = Hide(known, edit, secret);
        DateTimeOffset? next = known is { IsPaused: true } ? null : edit.Schedule.NextAfter(time.GetUtcNow());
        await store.SaveAsync(viewer, known?.Id ?? Guid.CreateVersion7(), edit, hidden, next, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Reads what a source holds now, changes nothing, and says how it would be understood.</summary>
    /// <exception cref="SourceException"/>
    /// <exception cref="ImportRefusedException">The file is unusable as a whole.</exception>
    public Task<SourceTrial?> TryAsync(Viewer viewer, Source? known, SourceEdit edit, string? secret, CancellationToken cancellationToken)
    {
        Judge(edit);
        return trials.TryAsync(viewer, edit, Hide(known, edit, secret), cancellationToken);
    }

    /// <returns>False when a run is under way.</returns>
    public async Task<bool> RunNowAsync(Viewer viewer, Guid id, CancellationToken cancellationToken)
    {
        var isAsked = await store.AskAsync(viewer, id, byClock: false, cancellationToken).ConfigureAwait(false) is not null;
        signal.Wake();
        return isAsked;
    }

    public Task PauseAsync(Viewer viewer, Source source, bool isPaused, CancellationToken cancellationToken) =>
        store.PauseAsync(viewer, source.Id, isPaused, isPaused ? null : source.Edit.Schedule.NextAfter(time.GetUtcNow()), cancellationToken);

    public Task DeleteAsync(Viewer viewer, Guid id, CancellationToken cancellationToken) => store.DeleteAsync(viewer, id, cancellationToken);

    private void Judge(SourceEdit edit)
    {
        if (string.IsNullOrWhiteSpace(edit.Name))
            throw new SourceException(SourceProblem.NameMissing);
        if (files.Judge(edit) is { } trouble)
            throw new SourceException(trouble);
        if (edit.SignIn == SourceSignIn.Basic && string.IsNullOrWhiteSpace(edit.SignInName))
            throw new SourceException(SourceProblem.SecretMissing);
    }

    // Whoever changes where a secret goes must know it.
    private string? Hide(Source? known, SourceEdit edit, string? secret)
    {
        if (edit.SignIn == SourceSignIn.None)
            return null;
        if (!string.IsNullOrEmpty(secret))
            return secrets.Hide(secret);
        var isSame = known is not null && known.Edit.Kind == edit.Kind && known.Edit.SignIn == edit.SignIn && known.Edit.SignInName == edit.SignInName
            && Origin(known.Edit.Address) == Origin(edit.Address);
        return (isSame ? known!.HiddenSecret : null) ?? throw new SourceException(SourceProblem.SecretMissing);
    }

    private static string Origin(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) ? uri.GetLeftPart(UriPartial.Authority) : address;
}
