using CrimeInsight.Core.Import.Judging;
using CrimeInsight.Core.People;

namespace CrimeInsight.Tests.Support;

/// <summary>One name that was told, until it is removed.</summary>
internal sealed class FakePlaceAliases : IPlaceAliases
{
    private readonly List<SavedPlaceAlias> _saved = [new(new PlaceAlias("Old Town PS", "A", "A1a"), "Meena", DateTimeOffset.UnixEpoch)];

    public Task<IReadOnlyList<PlaceAlias>> ListAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<PlaceAlias>>([.. _saved.Select(saved => saved.Alias)]);

    public Task<IReadOnlyList<SavedPlaceAlias>> ListSavedAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<SavedPlaceAlias>>([.. _saved]);

    public Task AddAsync(PlaceAlias alias, Viewer viewer, CancellationToken cancellationToken)
    {
        _saved.Add(new SavedPlaceAlias(alias, viewer.UserName, DateTimeOffset.UnixEpoch));
        return Task.CompletedTask;
    }

    public Task<bool> RemoveAsync(string name, string? stateCode, Viewer viewer, CancellationToken cancellationToken) =>
        Task.FromResult(_saved.RemoveAll(saved => saved.Alias.Name == name) > 0);
}
