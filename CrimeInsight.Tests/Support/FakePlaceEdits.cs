using CrimeInsight.Core.People;
using CrimeInsight.Core.Places;

namespace CrimeInsight.Tests.Support;

/// <summary>Edits of places as a test sets them.</summary>
internal sealed class FakePlaceEdits : IPlaceEdits
{
    public List<PlaceEdit> Edits { get; } = [];

    public List<PlaceRequest> Asked { get; } = [];

    public List<long> Undone { get; } = [];

    public PlaceRefusal? Refusal { get; set; }

    public Task<IReadOnlyList<PlaceEdit>> ListAsync(Viewer admin, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<PlaceEdit>>([.. Edits]);

    public Task<PlaceEdit> PreviewAsync(Viewer admin, PlaceRequest request, CancellationToken cancellationToken) => Refusal is { } reason
        ? Task.FromException<PlaceEdit>(new PlaceRefusedException(reason, new InvalidOperationException()))
        : Task.FromResult(new PlaceEdit(
            9, request.Kind, request.PlaceId, request.OtherId, request.From, request.Reason, 12, [new("Asha", false)], "admin", default, null, null));

    public Task<IReadOnlyList<long>> ApplyAsync(Viewer admin, IReadOnlyList<PlaceRequest> requests, CancellationToken cancellationToken)
    {
        Asked.AddRange(requests);
        return Task.FromResult<IReadOnlyList<long>>([.. requests.Select((_, index) => (long)index)]);
    }

    public Task UndoAsync(Viewer admin, long editId, CancellationToken cancellationToken)
    {
        Undone.Add(editId);
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<PlacePopulation>> PopulationsAsync(int? placeId, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<PlacePopulation>>([new PlacePopulation(placeId ?? 1, 2024, 123_456, null)]);
}
