using System.Text.Json;
using CrimeInsight.Core.Geography;
using CrimeInsight.Core.Geography.Boundaries;
using CrimeInsight.Core.Import.Judging;
using CrimeInsight.Core.Jurisdictions;
using CrimeInsight.Core.People;
using CrimeInsight.Core.Reference;

namespace CrimeInsight.Core.Boundaries;

/// <summary>Reads files of boundaries and finds the places they are of; keeps nothing.</summary>
public sealed class BoundaryAnalysis(IReferenceDataReader references, IBoundaryReader boundaries, IPlaceAliases aliases)
{
    /// <summary>Bytes that a file may have.</summary>
    public const int MostBytes = ShapeFile.MostBytes;

    /// <summary>What a file holds, beside what is drawn today. Takes seconds for the districts of the country.</summary>
    /// <param name="file">GeoJSON, also packed by gzip or in a ZIP, or a shapefile in a ZIP.</param>
    /// <param name="level">Null: found from the columns.</param>
    public async Task<BoundaryDraft> ReadAsync(Stream file, BoundaryLevel? level, Viewer admin, CancellationToken cancellationToken)
    {
        var content = await ShapeFile.TakeAsync(file, cancellationToken).ConfigureAwait(false);
        var ground = await GroundAsync(admin, cancellationToken).ConfigureAwait(false);
        return await Task.Run(() => BoundaryImport.Read(content, level, ground, cancellationToken), cancellationToken).ConfigureAwait(false);
    }

    private async Task<BoundaryGround> GroundAsync(Viewer admin, CancellationToken cancellationToken)
    {
        var all = (await references.GetAsync(cancellationToken).ConfigureAwait(false)).Jurisdictions;
        var tree = new JurisdictionTree(all.All.Where(place => !place.IsSynthetic), all.Changes);
        var drawn = new Dictionary<string, DrawnShape>(StringComparer.Ordinal);
        foreach (var level in Enum.GetValues<BoundaryLevel>())
        {
            var collection = await boundaries.ReadAsync(level, null, cancellationToken).ConfigureAwait(false);
            using var json = JsonDocument.Parse(collection.Json);
            foreach (var (code, shape, feature) in GeoJson.ReadFeatures(json))
                drawn[code] = new DrawnShape(shape, feature.GetProperty("properties"u8).GetProperty("approximate"u8).GetBoolean());
        }

        return new BoundaryGround(
            tree, [.. admin.JurisdictionIds.Select(tree.Find).OfType<Jurisdiction>()],
            await aliases.ListAsync(cancellationToken).ConfigureAwait(false), drawn);
    }
}
