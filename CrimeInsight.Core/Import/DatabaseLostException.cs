namespace CrimeInsight.Core.Import;

/// <summary>The database went away during a change of the data: all of the change is stored, or nothing of it.</summary>
public sealed class DatabaseLostException(Exception cause) : Exception("The connection to the database was lost.", cause);
