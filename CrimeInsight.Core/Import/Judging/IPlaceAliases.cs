using CrimeInsight.Core.People;

namespace CrimeInsight.Core.Import.Judging;

/// <summary>Port: what administrators have said that names of places mean. Every import reads it; every change is audited.</summary>
public interface IPlaceAliases
{
    /// <summary>All of them, by name.</summary>
    Task<IReadOnlyList<PlaceAlias>> ListAsync(CancellationToken cancellationToken);

    /// <summary>All of them with who told them and when, the latest first.</summary>
    Task<IReadOnlyList<SavedPlaceAlias>> ListSavedAsync(CancellationToken cancellationToken);

    /// <summary>Adds one, or says anew what the same name means within the same state.</summary>
    /// <exception cref="ArgumentException">The name has no letter or digit, or there is no such place.</exception>
    /// <exception cref="UnauthorizedAccessException">The viewer is no administrator of that place.</exception>
    Task AddAsync(PlaceAlias alias, Viewer viewer, CancellationToken cancellationToken);

    /// <returns>False when the viewer may remove no such alias.</returns>
    Task<bool> RemoveAsync(string name, string? stateCode, Viewer viewer, CancellationToken cancellationToken);
}
