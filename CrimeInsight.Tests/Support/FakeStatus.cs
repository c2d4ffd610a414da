using CrimeInsight.Core.Reference;
using CrimeInsight.Core.Runs;


namespace CrimeInsight.Tests.Support;

/// <summary>The state of the data as a test sets it.</summary>
internal sealed class FakeStatus : IDataStatusReader, ITaskProgressReader
{
    public DataStatus Data { get; set; } = new(1, false, 0, null, null, null);

    public List<TaskProgress> Tasks { get; } = [];

    public ValueTask<DataStatus> GetAsync(CancellationToken cancellationToken) => ValueTask.FromResult(Data);

    public Task<IReadOnlyList<TaskProgress>> ListOpenAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<TaskProgress>>([.. Tasks]);
}
