using CrimeInsight.Core.DataRoom;
using CrimeInsight.Core.People;

namespace CrimeInsight.Core.Sources;

/// <summary>Reads sources of any kind, and takes what they hold in among the uploads.</summary>
public sealed class SourceFiles(IEnumerable<ISourceReader> readers, ISourceSecrets secrets, UploadDesk desk)
{
    private readonly Dictionary<SourceKind, ISourceReader> _readers = readers.ToDictionary(reader => reader.Kind);

    /// <exception cref="SourceException"/>
    public Task<SourceFind> OpenAsync(SourceEdit edit, string? mark, string? hiddenSecret, bool isTrial, CancellationToken cancellationToken)
    {
        if (Judge(edit) is { } trouble)
            throw new SourceException(trouble);
        string? secret = null;
        if (edit.SignIn != SourceSignIn.None)
        {
            secret = secrets.Reveal(hiddenSecret ?? throw new SourceException(SourceProblem.SecretMissing))
                ?? throw new SourceException(SourceProblem.SecretLost);
        }

        return _readers[edit.Kind].OpenAsync(edit, mark, secret, isTrial, cancellationToken);
    }

    public SourceTrouble? Judge(SourceEdit edit) => _readers[edit.Kind].Judge(edit);

    public void PutAway(SourceEdit edit, string name, string? mark, bool isGood, string? reason) =>
        _readers[edit.Kind].PutAway(edit, name, mark, isGood, reason);

    /// <exception cref="SourceException"/>
    internal async Task<KeptFile> KeepAsync(SourceContent content, CancellationToken cancellationToken)
    {
        var (refusal, kept) = await desk.KeepAsync(content.Stream, content.Length, cancellationToken).ConfigureAwait(false);
        return refusal switch
        {
            UploadRefusal.TooLarge => throw new SourceException(SourceProblem.TooLarge),
            UploadRefusal.DiskFull => throw new SourceException(SourceProblem.DiskFull),
            _ => kept ?? throw new SourceException(SourceProblem.ConnectionFailed),
        };
    }

    internal Task<Upload> AddAsync(Viewer viewer, KeptFile kept, string name, CancellationToken cancellationToken) =>
        desk.AddAsync(viewer, kept, name, cancellationToken);

    internal void Discard(KeptFile kept) => desk.Discard(kept);

    internal Task<bool> RemoveAsync(Viewer viewer, Guid uploadId, CancellationToken cancellationToken) =>
        desk.RemoveAsync(viewer, uploadId, cancellationToken);
}
