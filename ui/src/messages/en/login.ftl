### The words of the pages that the browser shows around a login.

login-practice = PRØVE (practice)
login-practice-note = This is practice. Nothing is sent to MitID Erhverv.

login-received-title = MitID has answered
login-received-text = The answer has been received. Tilslut is checking it now.
login-received-next = Go back to Tilslut. You can close this tab.

login-refused-title = Nothing has been approved
login-refused-text = MitID says that the approval was rejected or cancelled.
login-refused-next = Go back to Tilslut. Your answers are saved, and you can try again. You can close this tab.

login-failed-title = Nothing has been approved
login-failed-text = Tilslut did not get a login that it can use.
login-failed-next = Go back to Tilslut. It says what happened and what you can do. You can close this tab.

login-other-title = This page belongs to another login
login-other-text = Nothing has been approved here. Tilslut is still waiting for the answer to the login that is under way.
login-other-next = Close this tab and continue in the newest one. If it is gone, copy the login link in Tilslut and open it in your browser.

login-unread-title = This page cannot be used
login-unread-text = Nothing has been approved here. Tilslut is still waiting for the answer from MitID.
login-unread-next = Go back to the tab with MitID and continue there. If it is gone, copy the login link in Tilslut and open it in your browser.
