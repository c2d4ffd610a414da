using System.Text;
using CrimeInsight.Core.Import;
using CrimeInsight.Core.Import.Batches;
using CrimeInsight.Core.People;
using CrimeInsight.Core.Reference;
using CrimeInsight.Data.Import;
using CrimeInsight.Data.Maps;
using CrimeInsight.Data.People;

namespace CrimeInsight.Tests.Support;

/// <summary>A database with stations and no incidents, and the importer over it. Today is 15 March 2025.</summary>
public sealed class ImportDatabase(DatabaseServer server) : IAsyncLifetime
{
    public const string Header = "source_reference,occurred_from,reported_on,jurisdiction_code,head_code";

    /// <summary>Why good rows of a few that are mostly bad are stored.</summary>
    public const string Why = "Bad rows are what is tested";

    public LoadDatabase Load { get; } = new(server);

    public IIncidentImporter Importer { get; private set; } = null!;

    public IBatchStore Batches { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        await Load.InitializeAsync();
        Use(Load.Reader);
    }

    /// <summary>Imports by what another reader knows of the places.</summary>
    internal void Use(IReferenceDataReader reader)
    {
        var references = new ImportReferenceReader(Load.Fixture.App, reader, new BoundaryReader(Load.Fixture.App, reader), null);
        Adviser = new MappingAdviser(references, new FixedClock());
        var audit = new AuditWriter(Load.Fixture.App);
        Batches = new BatchStore(Load.Fixture.App, new BatchChanger(Load.Fixture.App, reader, audit));
        Importer = new IncidentImporter(Load.Loader, references, new ImportAccount(Load.Fixture.App, audit), audit, new FixedClock());
    }

    /// <summary>Suggests mappings by what this database knows.</summary>
    internal MappingAdviser Adviser { get; private set; } = null!;

    public ValueTask DisposeAsync() => Load.DisposeAsync();

    /// <summary>Imports text as UTF-8.</summary>
    public Task<ImportReport> ImportAsync(string text, string? mapping = null, bool isDryRun = false, Viewer? viewer = null) =>
        ImportAsync(Encoding.UTF8.GetBytes(text), mapping, isDryRun, viewer);

    public async Task<ImportReport> ImportAsync(byte[] bytes, string? mapping = null, bool isDryRun = false, Viewer? viewer = null, string? encoding = null)
    {
        using var content = new MemoryStream(bytes);
        var request = new ImportRequest
        {
            FileName = "test.csv", Content = content, MappingJson = mapping, IsDryRun = isDryRun, Encoding = encoding, Override = Why,
        };
        return await Importer.ImportAsync(request, viewer ?? Load.Admin, null, TestContext.Current.CancellationToken);
    }

    private sealed class FixedClock : TimeProvider
    {
        // Half past midnight in India: the day has begun there and not in London.
        public override DateTimeOffset GetUtcNow() => new(2025, 3, 14, 19, 0, 0, TimeSpan.Zero);
    }
}
