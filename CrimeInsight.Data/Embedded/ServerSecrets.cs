using System.Security.Cryptography;
using System.Text.Json;
using CrimeInsight.Core;
using CrimeInsight.Data.Keys;

namespace CrimeInsight.Data.Embedded;

/// <summary>Random passwords of the embedded server's three roles, in a file only the app's user can read.</summary>
internal sealed record ServerSecrets(string Superuser, string Owner, string App)
{
    /// <param name="folder">The data folder.</param>
    /// <param name="mayCreate">False when a cluster exists already: new passwords would not open it.</param>
    /// <exception cref="OperatorException">The file is missing, unreadable or damaged though a cluster exists.</exception>
    public static ServerSecrets LoadOrCreate(DataFolder folder, bool mayCreate)
    {
        if (Load(folder.Secrets) is { } known)
            return known;
        if (!mayCreate)
            throw new OperatorException(
                $"The passwords of the database in '{folder.Path}' are lost: '{folder.Secrets}' is missing or damaged. Restore that file from a backup of the "
                    + "data folder.");
        var made = new ServerSecrets(Password(), Password(), Password());
        var temporary = folder.Secrets + ".new";
        using (var stream = new FileStream(temporary, PrivateFile.Options(FileMode.Create, FileAccess.Write)))
        {
            JsonSerializer.Serialize(stream, made);
            stream.Flush(flushToDisk: true);
        }

        File.Move(temporary, folder.Secrets, overwrite: true);
        return made;
    }

    private static ServerSecrets? Load(string path)
    {
        try
        {
            return File.Exists(path)
                && JsonSerializer.Deserialize<ServerSecrets>(File.ReadAllText(path)) is { App.Length: > 0, Owner.Length: > 0, Superuser.Length: > 0 } known
                ? known
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
        catch (UnauthorizedAccessException closed)
        {
            throw new OperatorException(
                $"'{path}' cannot be read ({closed.Message}). Start CrimeInsight as the user that made the data folder, or set {DataFolder.Variable} to "
                    + "another folder.", closed);
        }
    }

    private static string Password() => RandomNumberGenerator.GetHexString(48, lowercase: true);
}
