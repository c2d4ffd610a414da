using System.Text;
using CrimeInsight.Core.DataRoom;
using CrimeInsight.Core.Import;
using CrimeInsight.Core.People;

namespace CrimeInsight.Tests.Support;

/// <summary>Uploads, steps and mappings that a test gives. A step that is asked for waits until the test says how it stands.</summary>
internal sealed class FakeDataRoom : IUploadStore, IStepStore, IUploadFiles, IMappingStore, IStepQueue
{
    public static readonly DateTimeOffset Now = new(2025, 3, 15, 6, 0, 0, TimeSpan.Zero);

    public Upload Upload { get; set; } = new(
        Guid.Parse("01900000-0000-7000-8000-000000000001"), "cases.csv", 2_000_000, 2_000_000, UploadState.Complete, Now, Now.AddYears(70));

    public bool HasUpload { get; set; } = true;

    public List<UploadStep> Steps { get; } = [];

    public List<SavedMapping> Mappings { get; } = [];

    public List<StepKind> Queued { get; } = [];

    /// <summary>Lists beside the upload, by name.</summary>
    public Dictionary<string, string> Lists { get; } = [];

    /// <summary>Thrown by reading, when set.</summary>
    public Exception? Failure { get; set; }

    public void Put(StepKind kind, StepState state, object? report = null, StepProblem? problem = null, StepRequest? request = null)
    {
        Steps.RemoveAll(step => step.Kind == kind);
        Steps.Add(new UploadStep(
            Upload.Id, kind, Guid.NewGuid(), state, request ?? new StepRequest(), state == StepState.Running ? ImportStage.Reading : null, 12_345, 500_000, Now,
            Now, null, problem, report is null ? null : StepReports.Write(report)));
    }

    public Task<Upload> AddAsync(Viewer viewer, Guid id, string fileName, long length, DateTimeOffset expiresAt, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<Upload?> FindAsync(Viewer viewer, Guid id, CancellationToken cancellationToken) =>
        Failure is null ? Task.FromResult(HasUpload && id == Upload.Id ? Upload : null) : Task.FromException<Upload?>(Failure);

    public Task<IReadOnlyList<Upload>> ListAsync(Viewer viewer, CancellationToken cancellationToken) =>
        Failure is null ? Task.FromResult<IReadOnlyList<Upload>>(HasUpload ? [Upload] : []) : Task.FromException<IReadOnlyList<Upload>>(Failure);

    public Task AdvanceAsync(Viewer viewer, Guid id, long received, DateTimeOffset expiresAt, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task SetHashAsync(Viewer viewer, Guid id, string sha256, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task SetMappingAsync(Viewer viewer, Guid id, string? mappingJson, CancellationToken cancellationToken)
    {
        Upload = Upload with { MappingJson = mappingJson };
        return Task.CompletedTask;
    }

    public Task SetImportedAsync(Viewer viewer, Guid id, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<bool> RemoveAsync(Viewer viewer, Guid id, CancellationToken cancellationToken)
    {
        HasUpload = false;
        return Task.FromResult(true);
    }

    public Task<IReadOnlyList<Guid>> PurgeAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<Guid>>([]);

    public Task<IReadOnlyList<Guid>> KnownAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<Guid>>([]);

    public Task<Guid?> AskAsync(Viewer viewer, Guid uploadId, StepKind kind, StepRequest request, CancellationToken cancellationToken)
    {
        Put(kind, StepState.Waiting, request: request);
        return Task.FromResult<Guid?>(Steps[^1].Run);
    }

    public Task<IReadOnlyList<UploadStep>> ListAsync(Viewer viewer, Guid uploadId, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<UploadStep>>([.. Steps]);

    public Task<bool> CancelAsync(Viewer viewer, Guid uploadId, StepKind kind, CancellationToken cancellationToken)
    {
        Put(kind, StepState.Cancelled);
        return Task.FromResult(true);
    }

    public Task ForgetAsync(Viewer viewer, Guid uploadId, IReadOnlyCollection<StepKind> kinds, CancellationToken cancellationToken)
    {
        Steps.RemoveAll(step => kinds.Contains(step.Kind));
        return Task.CompletedTask;
    }

    public Task<UploadStep?> BeginAsync(Viewer viewer, Guid uploadId, StepKind kind, Guid run, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<StepSign> TellAsync(Viewer viewer, UploadStep step, ImportProgress progress, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task EndAsync(Viewer viewer, UploadStep step, StepState state, StepProblem? problem, string? reportJson, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task ReleaseAsync(Viewer viewer, UploadStep step, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<StoredBatch?> FindBatchAsync(Viewer viewer, Guid batchId, CancellationToken cancellationToken) => Task.FromResult<StoredBatch?>(null);

    public long? FreeBytes() => null;

    public void Create(Guid id) => throw new NotSupportedException();

    public long LengthOf(Guid id) => Upload.Received;

    public bool Exists(Guid id) => true;

    public Stream OpenToWrite(Guid id) => throw new NotSupportedException();

    public Stream OpenToRead(Guid id) => throw new NotSupportedException();

    public TextWriter WriteList(Guid id, string name) => new ListWriter(lines => Lists[name] = lines);

    public Stream? OpenList(Guid id, string name) => Lists.TryGetValue(name, out var lines) ? new MemoryStream(Encoding.UTF8.GetBytes(lines)) : null;

    public void DeleteContent(Guid id) => throw new NotSupportedException();

    public void Delete(Guid id)
    {
    }

    public IReadOnlyList<Guid> Untouched(DateTimeOffset since) => [];

    Task<IReadOnlyList<SavedMapping>> IMappingStore.ListAsync(Viewer viewer, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<SavedMapping>>([.. Mappings]);

    public Task<SavedMapping> SaveAsync(Viewer viewer, string name, string fingerprint, string json, CancellationToken cancellationToken)
    {
        var saved = new SavedMapping(Guid.NewGuid(), name, Mappings.Count(mapping => mapping.Name == name) + 1, fingerprint, json, "asha", Now);
        Mappings.Add(saved);
        return Task.FromResult(saved);
    }

    public void Enqueue(Guid uploadId, StepKind kind, Guid run, Guid person) => Queued.Add(kind);

    private sealed class ListWriter(Action<string> keep) : StringWriter
    {
        protected override void Dispose(bool disposing)
        {
            keep(ToString());
            base.Dispose(disposing);
        }
    }
}
