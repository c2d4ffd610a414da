using CrimeInsight.Core.OfficialFigures;
using CrimeInsight.Core.People;

namespace CrimeInsight.Tests.Support;

/// <summary>Official figures of the small reference data, as a test gives them; places by their codes.</summary>
internal sealed class FakeOfficialFigures(params (string Place, int Year, string Measure, long Cases)[] figures) : IOfficialFigures
{
    public OfficialBasis Basis { get; set; } = OfficialBasis.Official;

    public List<OfficialEdition> Editions { get; } = [];

    public Task<IReadOnlyList<OfficialFigure>> ReadAsync(IReadOnlyCollection<int> placeIds, int from, int until, CancellationToken cancellationToken)
    {
        var tree = SmallReference.Data.Jurisdictions;
        return Task.FromResult<IReadOnlyList<OfficialFigure>>(
        [
            .. from figure in figures
               let place = tree.Find(figure.Place)!
               where placeIds.Contains(place.Id) || (place.ParentId is { } parent && placeIds.Contains(parent))
               where figure.Year >= @from && figure.Year <= until
               select new OfficialFigure(place.Id, figure.Year, figure.Measure, figure.Cases, Basis, "test"),
        ]);
    }

    public Task<IReadOnlyList<OfficialEdition>> ListAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<OfficialEdition>>(Editions);

    public Task<OfficialEdition> StoreAsync(OfficialLoad load, Viewer viewer, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<bool> UndoAsync(Guid id, Viewer viewer, CancellationToken cancellationToken) => throw new NotSupportedException();
}
