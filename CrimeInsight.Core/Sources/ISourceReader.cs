namespace CrimeInsight.Core.Sources;

/// <summary>Port: reads sources of one kind.</summary>
public interface ISourceReader
{
    SourceKind Kind { get; }

    /// <summary>What is wrong with the address, as far as it can be told without going there; null: nothing.</summary>
    SourceTrouble? Judge(SourceEdit edit);

    /// <summary>Looks for a new file.</summary>
    /// <param name="mark">Of the last content that was dealt with; null: any content is new.</param>
    /// <param name="secret">Password or token.</param>
    /// <param name="isTrial">It is only looked at: nobody waits until a file stands still.</param>
    /// <exception cref="SourceException"/>
    Task<SourceFind> OpenAsync(SourceEdit edit, string? mark, string? secret, bool isTrial, CancellationToken cancellationToken);

    /// <summary>Puts a file away that has been dealt with. One that is another by now is left.</summary>
    /// <param name="mark">As it was opened.</param>
    /// <param name="reason">Written beside it, for people; null: nothing.</param>
    /// <exception cref="SourceException"/>
    void PutAway(SourceEdit edit, string name, string? mark, bool isGood, string? reason);
}
