namespace CrimeInsight.Core.Boundaries;

/// <summary>Boundaries were not kept or not taken back; nothing has changed.</summary>
public sealed class BoundaryRefusedException(BoundaryRefusal reason, Exception? inner = null) : Exception(Words(reason), inner)
{
    public BoundaryRefusal Reason { get; } = reason;

    private static string Words(BoundaryRefusal reason) => reason switch
    {
        BoundaryRefusal.NotAllowed => "Boundaries are changed by an administrator of all the places they are of.",
        BoundaryRefusal.LaterEdition => "Later boundaries of the same places hold; take those back first.",
        _ => "There is no such edition of boundaries that holds; 'boundaries list' prints them.",
    };
}
